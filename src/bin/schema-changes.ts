import { buildSchema, findBreakingChanges } from 'graphql'

/**
 * What a front end that works with one schema could meet with another one and fail at, as sentences such as
 * “Station.title was removed.”
 *
 * @param before the schema that is checked in
 * @param after the schema as it is made now
 * @param changelog the text that has to name each of them in the same words
 * @returns those that it does not name
 */
export function unsaidBreakingChanges(before: string, after: string, changelog: string): string[] {
  const said = inOneLine(changelog)
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !said.includes(inOneLine(description)))
}

function inOneLine(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ')
}
