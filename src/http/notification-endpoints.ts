import type { Endpoint, PayloadRequest } from 'payload'
import { isPerson, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { mayConcern, kinds, rowFor } from '../notifications/kinds.ts'
import { listNotifications, markRead, unreadOf } from '../notifications/list.ts'
import {
  changeSettings,
  installationSettings,
  settingsOf,
  type PersonalSettings,
} from '../notifications/settings.ts'
import { bodyOf, refuseReaders } from './workflow-endpoints.ts'

/** `/api/notifications`: what the person who asks was told, and how they want to be told. */
export const notificationEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/',
    method: 'get',
    handler: async (req) => {
      const personId = personIn(req)
      const { searchParams } = req
      return Response.json(
        await listNotifications(
          {
            language: searchParams.get('language') ?? req.i18n.language,
            onlyUnread: searchParams.get('unread') === 'true',
            page: searchParams.get('page'),
            personId,
          },
          req,
        ),
      )
    },
  },
  {
    path: '/unread',
    method: 'get',
    handler: async (req) => {
      const personId = personIn(req)
      const { language } = (await settingsOf([personId], req))(personId)
      return Response.json({ unread: await unreadOf(personId, req), language })
    },
  },
  {
    path: '/read',
    method: 'post',
    handler: async (req) => {
      const personId = personIn(req)
      return Response.json({ unread: await markRead(personId, await bodyOf(req), req) })
    },
  },
  {
    path: '/settings',
    method: 'get',
    handler: async (req) => {
      const personId = personIn(req)
      return Response.json(answered((await settingsOf([personId], req))(personId), req))
    },
  },
  {
    path: '/settings',
    method: 'post',
    handler: async (req) => {
      const personId = personIn(req)
      return Response.json(answered(await changeSettings(personId, await bodyOf(req), req), req))
    },
  },
]

/** How somebody is told, of every kind that can concern them. */
export interface SettingsAnswer {
  /** Of mails: the language of the panel. */
  language: PersonalSettings['language']
  choices: { kind: string; choice: string; usually: string }[]
  /** Where mails go. */
  mailsGoTo: string
  /** Whether there is a mail server; without one, mails are only written to the log. */
  mailsAreSent: boolean
  /** Hour of the daily digest, 0 to 23, on the clock of the process. */
  digestHour: number
}

function answered({ choices, language }: PersonalSettings, req: PayloadRequest): SettingsAnswer {
  return {
    language,
    choices: kinds
      .filter((kind) => mayConcern(kind, req.user as Actor))
      .map((kind) => ({ kind, choice: choices[kind], usually: rowFor(kind).usually })),
    mailsGoTo: req.user!.email,
    mailsAreSent: req.payload.email.name !== 'log',
    digestHour: installationSettings(req).digestHour,
  }
}

/** @throws EditorialError NOT_SIGNED_IN or NOT_PERMITTED for anybody but people with a role */
function personIn(req: PayloadRequest): string {
  const message = 'Notifications are for people of the team. Sign in with a role.'
  refuseReaders(req, message)
  if (!isPerson(req.user as Actor)) throw new EditorialError({ code: 'NOT_PERMITTED', message })
  return String(req.user!.id)
}
