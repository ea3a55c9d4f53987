import type { Where } from 'payload'
import { z } from 'zod'
import { mayHaveWord } from '../database/one-line.ts'
import { parsed, personId } from '../workflow/order.ts'
import { lookReasons, sectionNames, whereToLook } from './sections.ts'

/** Most rows of one answer, and those of each section when all of them are asked for. */
export const mostRows = 200
const usualRows = { one: 20, all: 5 }
const lastPage = 10_000

const number = (name: string, most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `“${name}” must be a number from 1 to ${most}.`)
    .transform(Number)
    .refine((value) => value <= most, `“${name}” must be a number from 1 to ${most}.`)
    .optional()

const id = (name: string) => personId(`“${name}” must be an id.`).optional()

const instant = (name: string) =>
  z.iso
    .datetime({
      offset: true,
      error: `“${name}” must be an instant with its offset from UTC, such as 2027-03-01T00:00:00-05:00.`,
    })
    .transform((text) => new Date(text).toISOString())
    .optional()

const sizes = ['small', 'medium', 'large'] as const

const shape = (collections: readonly string[]) =>
  z.strictObject({
    section: z
      .enum(sectionNames, `“section” must be one of: ${sectionNames.join(', ')}.`)
      .optional(),
    limit: number('limit', mostRows),
    page: number('page', lastPage),
    collection: z
      .enum(collections, `“collection” must be one of: ${collections.join(', ')}.`)
      .optional(),
    phase: id('phase'),
    person: id('person'),
    assignee: personId('“assignee” must be the id of a person, “me” or “nobody”.').optional(),
    size: z.enum(sizes, `“size” must be one of: ${sizes.join(', ')}.`).optional(),
    look: z.enum(lookReasons, `“look” must be one of: ${lookReasons.join(', ')}.`).optional(),
    from: instant('from'),
    to: instant('to'),
  })

/** What somebody wants to see of the desk. */
export interface Question extends z.infer<ReturnType<typeof shape>> {
  limit: number
  page: number
}

/**
 * Reads what somebody asks of the desk.
 *
 * @param collections content types that go through the review
 * @throws EditorialError MALFORMED naming every problem
 */
export function readQuestion(asked: URLSearchParams, collections: readonly string[]): Question {
  // What is left empty is not asked for, as forms send it.
  const given = Object.fromEntries([...asked].filter(([, value]) => value !== ''))
  const question = parsed(shape(collections), given)
  return {
    ...question,
    limit: question.limit ?? (question.section ? usualRows.one : usualRows.all),
    page: question.section ? (question.page ?? 1) : 1,
  }
}

/** The condition that the filters make. @param me the id of whoever asks */
export function whereOf(question: Question, { me, now }: { me: string; now: string }): Where {
  const { assignee, collection, from, look, person, phase, size, to } = question
  const conditions: (Where | false | undefined | '')[] = [
    collection && { documentCollection: { equals: collection } },
    phase && { phase: { equals: phase } },
    person && { or: [mayHaveWord('contributorIds', person), { submittedBy: { equals: person } }] },
    assignee && {
      assignee: { equals: assignee === 'me' ? me : assignee === 'nobody' ? '' : assignee },
    },
    size && { changeSize: { equals: size } },
    look && whereToLook(look, now),
    from && { publishAt: { greater_than_equal: from } },
    to && { publishAt: { less_than: to } },
  ]
  return { and: conditions.filter((one) => typeof one === 'object') }
}
