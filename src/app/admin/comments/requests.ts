import type { AskedPlace } from '../../../comments/order.ts'
import type { ListedThreads } from '../../../comments/listed.ts'
import { mostThreadsListed } from '../../../comments/limits.ts'
import type { DocumentPlace } from '../../../comments/places.ts'
import type { ToldPerson, ToldThread } from '../../../comments/told.ts'
import { send, type Answer, type Place } from '../workflow/requests.ts'

/** What somebody says, with the people it mentions. */
export interface Said {
  text: string
  mentions: ToldPerson[]
}

/** What somebody says of a place; null is the whole document. */
export interface SaidOf extends Said {
  place: AskedPlace | null
}

/** A part of a document that a comment can be about. */
export type ChosenPlace = Omit<DocumentPlace, 'text'>

/** Asks for comments with the session of whoever is signed in. */
export interface CommentRequests {
  /** Every thread, the newest first. */
  threads: (place: Place) => Promise<Answer<ToldThread[]>>
  places: (place: Place) => Promise<Answer<{ docs: ChosenPlace[] }>>
  people: (letters: string) => Promise<Answer<{ docs: ToldPerson[] }>>
  begin: (place: Place, said: SaidOf) => Promise<Answer<ToldThread>>
  reply: (id: string, said: Said) => Promise<Answer<ToldThread>>
  edit: (id: string, said: Said) => Promise<Answer<ToldThread>>
  remove: (id: string) => Promise<Answer<ToldThread>>
  resolve: (id: string) => Promise<Answer<ToldThread>>
  reopen: (id: string) => Promise<Answer<ToldThread>>
}

/**
 * @param api address of REST, such as `/api`
 * @param language of the panel
 */
export function commentRequests(api: string, language: string): CommentRequests {
  const get = <Wanted>(address: string) => send<Wanted>(`${api}${address}`, language, {})
  const post = (address: string, body: object = {}) =>
    send<ToldThread>(`${api}${address}`, language, { method: 'POST', body })
  return {
    threads: (place) => everyPage(place, get),
    places: ({ collection, id }) => get(`/${collection}/${id}/comments/places`),
    people: (letters) => get(`/comments/people?q=${encodeURIComponent(letters)}`),
    begin: ({ collection, id }, said) => post(`/${collection}/${id}/comments`, asSent(said)),
    reply: (id, said) => post(`/comments/${id}/replies`, asSent(said)),
    edit: (id, said) =>
      send(`${api}/comments/${id}`, language, { method: 'PATCH', body: asSent(said) }),
    remove: (id) => send(`${api}/comments/${id}`, language, { method: 'DELETE' }),
    resolve: (id) => post(`/comments/${id}/resolve`),
    reopen: (id) => post(`/comments/${id}/reopen`),
  }
}

/** A comment as the platform reads it: people by their ids. */
export function asSent<Saying extends Said>({ mentions, ...said }: Saying) {
  return { ...said, mentions: mentions.map(({ id }) => id) }
}

async function everyPage(
  { collection, id }: Place,
  get: <Wanted>(address: string) => Promise<Answer<Wanted>>,
): Promise<Answer<ToldThread[]>> {
  const threads: ToldThread[] = []
  for (let page = 1; ; page += 1) {
    const answer = await get<ListedThreads>(
      `/${collection}/${id}/comments?limit=${mostThreadsListed}&page=${page}`,
    )
    if (!('ok' in answer)) return answer
    threads.push(...answer.ok.docs)
    if (answer.ok.docs.length < mostThreadsListed) return { ok: threads }
  }
}
