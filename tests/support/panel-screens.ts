import type { Role } from '../../access/roles.ts'

/** One screen of the panel, and who looks at it. */
export interface Screen {
  name: string
  /** What whoever looks at it is; null: nobody is signed in. */
  person: Role | null
  /** Such as /admin/account */
  address: string
}

/** Ids of documents that have screens of their own. */
export interface Shown {
  /** A station that was published and has a change in review. */
  station: string
  /** A station without changes. */
  unchanged: string
  notice: string
  user: string
}

/** Every kind of screen the panel has. */
export function panelScreens({ station, unchanged, notice, user }: Shown): Screen[] {
  const collection = (name: string) => `/admin/collections/${name}`
  return [
    screen('sign-in', null, '/admin/login'),
    screen('a forgotten password', null, '/admin/forgot'),
    screen('the desk', 'reviewer', '/admin'),
    screen('the map to edit', 'editor', '/admin/map'),
    screen('the calendar', 'publisher', '/admin/calendar'),
    screen('a list', 'editor', collection('stations')),
    screen('a list that is searched', 'editor', `${collection('notices')}?search=balance`),
    screen('a new document', 'editor', `${collection('stations')}/create`),
    screen('the form of a station', 'editor', `${collection('stations')}/${unchanged}`),
    screen('the form of a notice', 'editor', `${collection('notices')}/${notice}`),
    screen('the history', 'editor', `${collection('stations')}/${station}/versions`),
    screen('the translation', 'editor', `${collection('stations')}/${unchanged}/translation`),
    screen(
      'side by side',
      'editor',
      `${collection('stations')}/${unchanged}/translation?locale=es`,
    ),
    screen('the answer of the API', 'editor', `${collection('stations')}/${unchanged}/api`),
    screen('a review', 'reviewer', `/admin/review/stations/${station}`),
    screen('the review queue', 'reviewer', collection('workflow-states')),
    screen('the ledger', 'administrator', collection('ledger-entries')),
    screen('an entry of the ledger', 'administrator', '/admin/ledger/5'),
    screen('notifications', 'reviewer', '/admin/notifications'),
    screen('settings of notifications', 'reviewer', '/admin/notifications/settings'),
    screen('one’s own account', 'editor', '/admin/account'),
    screen('people', 'administrator', collection('users')),
    screen('a person', 'administrator', `${collection('users')}/${user}`),
    screen('files', 'editor', collection('media')),
    screen('a new file', 'editor', `${collection('media')}/create`),
    screen('a new webhook', 'administrator', `${collection('webhooks')}/create`),
    screen('mails', 'administrator', collection('mails')),
    screen('what is not there', 'editor', '/admin/nothing-here'),
  ]
}

function screen(name: string, person: Role | null, address: string): Screen {
  return { name, person, address }
}
