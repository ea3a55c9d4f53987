import type { Newsroom } from '../caches/newsroom.ts'
import { text } from '../support/content.ts'
import type { Known } from './questions-at-random.ts'
import type { Random } from './random.ts'

/** One thing that the team may do to what is public. */
export interface Change {
  what: string
  make: (newsroom: Newsroom) => Promise<void>
}

/** A change of what is public, of any kind. It may be refused, as that of a person may. */
export function anyChange(random: Random, known: Known, round: number): Change {
  const station = random.oneOf(known.stations)
  const notice = random.oneOf(known.notices)
  const step = random.oneOf(known.steps)
  const form = random.oneOf(known.forms)
  const phase = random.oneOf(known.phases)
  const organization = random.oneOf(known.organizations)
  const publishes = (collection: string, id: string, change: object) => (newsroom: Newsroom) =>
    newsroom.publish(collection, id, change)
  const words = `Changed in round ${round}`
  return random.oneOf<Change>([
    {
      what: `text of the station ${station.slug}`,
      make: publishes('stations', station.id, { overview: text(words) }),
    },
    {
      what: `text of the station ${station.slug}`,
      make: publishes('stations', station.id, { overview: text(`${words}, again`) }),
    },
    {
      what: `title of the station ${station.slug}`,
      make: publishes('stations', station.id, { title: words }),
    },
    {
      what: `address of the station ${station.slug}`,
      make: publishes('stations', station.id, { slug: `${station.slug}-${round}` }),
    },
    {
      what: `address of the station ${station.slug}, as it was`,
      make: publishes('stations', station.id, { slug: station.slug }),
    },
    {
      what: `line of the station ${station.slug}`,
      make: publishes('stations', station.id, { phase: phase.id }),
    },
    {
      what: `ways from the station ${station.slug}`,
      make: publishes('stations', station.id, {
        connections: [{ to: random.oneOf(known.stations).id, condition: words }],
      }),
    },
    {
      what: `kind of the station ${station.slug}`,
      make: publishes('stations', station.id, { kind: random.oneOf(['hub', 'stop']) }),
    },
    {
      what: `stations of the notice ${notice.code}`,
      make: publishes('notices', notice.id, {
        stations: [station.id, random.oneOf(known.stations).id],
      }),
    },
    {
      what: `title of the notice ${notice.code}`,
      make: publishes('notices', notice.id, { title: words }),
    },
    {
      what: `other codes of the notice ${notice.code}`,
      make: publishes('notices', notice.id, { aliases: [`ZZ ${round}`] }),
    },
    {
      what: `title of the step ${step.slug}`,
      make: publishes('steps', step.id, { title: words }),
    },
    {
      what: `title of the form ${form.number}`,
      make: publishes('forms', form.id, { title: words }),
    },
    {
      what: `name of the phase ${phase.slug}`,
      make: publishes('phases', phase.id, { name: words }),
    },
    {
      what: `name of the organization ${organization.slug}`,
      make: publishes('help-organizations', organization.id, { name: words }),
    },
    {
      what: `withdrawal of the notice ${notice.code}`,
      make: (newsroom) => newsroom.withdraw('notices', notice.id),
    },
    {
      what: `return of the notice ${notice.code}`,
      make: publishes('notices', notice.id, { title: words }),
    },
    {
      what: `withdrawal of the station ${station.slug}`,
      make: (newsroom) => newsroom.withdraw('stations', station.id),
    },
    {
      what: 'another term in front of what many search for',
      make: async (newsroom) => {
        const language = random.oneOf(['en', 'es'])
        const { doc } = await newsroom.ask<{ doc: { id: string } }>(
          'editor',
          'POST',
          '/api/popular-terms?draft=true',
          { term: words, language, treatment: 'pinned', order: random.between(1, 4) },
        )
        await newsroom.publish('popular-terms', doc.id, {})
      },
    },
    {
      what: 'a new station',
      make: async (newsroom) => {
        const { doc } = await newsroom.ask<{ doc: { id: string } }>(
          'editor',
          'POST',
          '/api/stations?draft=true',
          {
            title: words,
            slug: `new-${round}`,
            phase: phase.id,
            summary: 'New.',
            overview: text(words),
            connections: [{ to: station.id }],
          },
        )
        await newsroom.publish('stations', doc.id, {})
      },
    },
  ])
}
