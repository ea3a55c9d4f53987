import { buildConfig, type CollectionConfig, type Config, type SanitizedConfig } from 'payload'
import { build as pretty } from 'pino-pretty'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import path from 'node:path'
import { closeInternalCollections } from '../access/internal.ts'
import { addresses } from '../collections/addresses.ts'
import { dailyLooks } from '../collections/daily-looks.ts'
import { comments } from '../collections/comments.ts'
import { forms } from '../collections/forms.ts'
import { helpOrganizations } from '../collections/help-organizations.ts'
import { withoutSortKeys, withSortKeys } from '../collections/fields/sort-key.ts'
import { ledgerEntries } from '../collections/ledger-entries.ts'
import { mails } from '../collections/mails.ts'
import { media } from '../collections/media.ts'
import { notices } from '../collections/notices.ts'
import { notificationSettings } from '../collections/notification-settings.ts'
import { notifications } from '../collections/notifications.ts'
import { phases } from '../collections/phases.ts'
import { previews } from '../collections/previews.ts'
import { pageBesideTheForm } from './previews/page-beside-the-form.ts'
import { stations } from '../collections/stations.ts'
import { popularTerms } from '../collections/popular-terms.ts'
import { searchCounts } from '../collections/search-counts.ts'
import { steps } from '../collections/steps.ts'
import { synonyms } from '../collections/synonyms.ts'
import { users } from '../collections/users.ts'
import { webhookDeliveries } from '../collections/webhook-deliveries.ts'
import { webhooks } from '../collections/webhooks.ts'
import { workflowStates } from '../collections/workflow-states.ts'
import { roadmapEditor } from '../collections/fields/rich-text.ts'
import { hangRestDoors } from './accounts/doors.ts'
import { databaseAdapter } from './database/adapter.ts'
import { forReaders } from './http/reader-schema/what-readers-use.ts'
import { addressQueries } from './delivery/address-queries.ts'
import { roadmapQueries } from './delivery/graphql-queries.ts'
import { previewQueries } from './delivery/preview-queries.ts'
import { roadmapMapQueries } from './delivery/roadmap-queries.ts'
import { searchQueries } from './delivery/search-queries.ts'
import { deepestAnswer } from './delivery/limit-reads.ts'
import { sendMail } from './mail.ts'
import { defaultLocale, locales } from './locales.ts'
import { deliveryEndpoints } from './http/delivery-endpoints.ts'
import { namesEndpoint } from './http/naming-endpoints.ts'
import { panelWords } from './panel-words.ts'
import { deskEndpoints } from './http/desk-endpoints.ts'
import { mapEndpoints } from './http/map-endpoints.ts'
import { nameErrors } from './http/error-answers.ts'
import { largestFile } from './http/largest-file.ts'
import { presenceEndpoint } from './http/presence-endpoints.ts'
import { rootReviewEndpoints } from './http/review-endpoints.ts'
import { rootTimelineEndpoints } from './http/timeline-endpoints.ts'
import { rootWorkflowEndpoints } from './http/workflow-endpoints.ts'
import { workflowMutations, workflowQueries } from './http/workflow-graphql.ts'
import type { NotificationSettings } from './notifications/settings.ts'
import type { Settings } from './settings.ts'
import { recordRefusedWrite } from './workflow/refused-writes.ts'
import { publishScheduled } from './workflow/scheduled-publication.ts'
import { withoutLocks } from './without-locks.ts'

/** Payload's configuration for one installation: the content model, sign-in, languages and database. */
export async function payloadConfig(settings: Settings): Promise<SanitizedConfig> {
  const environmentBanner = (room: number) => ({
    path: './admin/environment-banner.tsx#EnvironmentBanner',
    serverProps: { label: settings.environmentLabel, room },
  })
  const built = buildConfig({
    admin: {
      user: 'users',
      importMap: {
        baseDir: path.resolve('src/app'),
        importMapFile: path.resolve('src/app/(payload)/admin/importMap.js'),
        autoGenerate: false,
      },
      meta: {
        titleSuffix: ' · Stationmaster',
        icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
      },
      // Payload's default asks a server elsewhere for a picture, and tells it who is signed in.
      avatar: 'default',
      components: {
        actions: ['./admin/notifications/bell.tsx#Bell'],
        beforeDashboard: ['./admin/desk/desk.tsx#Desk'],
        beforeNavLinks: ['./admin/desk/nav-links.tsx#NavLinks'],
        graphics: {
          Icon: './admin/brand.tsx#Icon',
          Logo: './admin/brand.tsx#Logo',
        },
        providers: ['./admin/mends/mends.tsx#Mends'],
        // Listed also without a label: the import map has to know it.
        beforeLogin: [environmentBanner(24)],
        header: [environmentBanner(0)],
        logout: { Button: './admin/unsaved/sign-out.tsx#SignOut' },
        views: {
          calendar: {
            Component: './admin/desk/calendar/calendar-view.tsx#CalendarView',
            exact: true,
            path: '/calendar',
          },
          map: {
            Component: './admin/map/map-view.tsx#MapView',
            exact: true,
            path: '/map',
          },
          review: {
            Component: './admin/review/review-view.tsx#ReviewView',
            exact: true,
            path: '/review/:collection/:id',
          },
          ledgerEntry: {
            Component: './admin/ledger/entry-view.tsx#EntryView',
            exact: true,
            path: '/ledger/:sequence',
          },
          notifications: {
            Component: './admin/notifications/notifications-view.tsx#NotificationsView',
            exact: true,
            path: '/notifications',
          },
          notificationSettings: {
            Component: './admin/notifications/settings-view.tsx#NotificationSettingsView',
            exact: true,
            path: '/notifications/settings',
          },
        },
      },
      ...(settings.reader ? { livePreview: pageBesideTheForm } : {}),
      dateFormat: 'yyyy-MM-dd HH:mm',
      theme: 'all',
    },
    collections: [
      ...[
        stations,
        notices,
        phases,
        steps,
        forms,
        helpOrganizations,
        {
          ...media,
          upload: { ...uploadOf(media), staticDir: path.join(settings.dataDir, 'media') },
        },
        synonyms,
        popularTerms,
        {
          ...users,
          auth: { ...authOf(users), cookies: { sameSite: 'Lax', secure: settings.isDeployment } },
        } satisfies CollectionConfig,
        workflowStates,
      ].map(withSortKeys),
      // What the platform writes once and never again is listed in the order of its time.
      ledgerEntries,
      withSortKeys(webhooks),
      webhookDeliveries,
      searchCounts,
      addresses,
      previews,
      notifications,
      notificationSettings,
      mails,
      dailyLooks,
      comments,
    ].map(withoutLocks),
    cookiePrefix: 'stationmaster',
    cors: { origins: settings.corsOrigins, headers: ['Preview', 'If-Match'] },
    csrf: ownOrigins(settings),
    custom: {
      nonPublicHosts: settings.nonPublicHosts,
      requireCurrentTranslation: settings.requireCurrentTranslation,
      notifications: {
        digestHour: settings.digestHour,
        environmentLabel: settings.environmentLabel,
      } satisfies NotificationSettings,
      previews: settings.previews,
      requireBase: settings.requireBase,
      webhooksMayStayInside: settings.webhooksMayStayInside,
    },
    db: await databaseAdapter(settings.databaseUrl, { wait: settings.databaseWaitSeconds }),
    defaultDepth: 1,
    maxDepth: deepestAnswer.staff,
    editor: roadmapEditor,
    endpoints: [
      ...rootWorkflowEndpoints,
      ...rootReviewEndpoints,
      ...rootTimelineEndpoints,
      ...deskEndpoints,
      presenceEndpoint,
      namesEndpoint,
      ...mapEndpoints,
      ...deliveryEndpoints,
    ],
    email: sendMail({ from: settings.mailFrom, smtpUrl: settings.smtpUrl }),
    graphQL: {
      // Our own rule counts list sizes in; Payload's does not. See src/http/graphql-limits.ts.
      maxComplexity: Number.MAX_SAFE_INTEGER,
      disableIntrospectionInProduction: false,
      disablePlaygroundInProduction: true,
      queries: (GraphQL, args) => ({
        ...forReaders({
          ...roadmapQueries(GraphQL, args),
          ...addressQueries(GraphQL, args),
          ...roadmapMapQueries(GraphQL, args),
          ...searchQueries(GraphQL, args),
          ...previewQueries(GraphQL, args),
        }),
        ...workflowQueries(GraphQL, args),
      }),
      mutations: workflowMutations,
    },
    hooks: {
      afterError: [({ error, req }) => recordRefusedWrite(req, error), nameErrors],
    },
    i18n: {
      supportedLanguages: { en, es },
      fallbackLanguage: 'en',
      translations: panelWords,
    },
    jobs: {
      // Nobody runs, queues or cancels jobs from outside; the scheduler does.
      access: { cancel: () => false, queue: () => false, run: () => false },
      deleteJobOnComplete: true,
      jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
        ...defaultJobsCollection,
        admin: { ...defaultJobsCollection.admin, hidden: true },
        endpoints: false,
        graphQL: false,
      }),
      tasks: [publishScheduled],
    },
    // A refusal is an answer, not a fault: only what is ours is logged as an error.
    loggingLevels: {
      EditorialError: 'debug',
      QueryError: 'debug',
      APIError: 'debug',
      ValidationError: 'debug',
      NotFound: 'debug',
      Forbidden: 'debug',
      AuthenticationError: 'info',
      LockedAuth: 'warn',
    } as never,
    logger: logger(settings),
    localization: {
      locales: locales.map(({ code, label }) => ({ code, label })),
      defaultLocale,
      fallback: true,
    },
    routes: { admin: '/admin', api: '/api', graphQL: '/graphql', graphQLPlayground: '/playground' },
    secret: settings.secret,
    serverURL: settings.publicUrl,
    telemetry: false,
    typescript: {
      outputFile: path.resolve('src/payload-types.ts'),
      autoGenerate: false,
      schema: [({ jsonSchema }) => withoutSortKeys(jsonSchema)],
    },
    upload: { limits: { fileSize: largestFile }, abortOnLimit: true },
  })
  return built.then(closeInternalCollections).then(hangRestDoors)
}

/** Readable lines for a person who watches a demonstration, JSON for the collector of a deployment. */
function logger({ isDeployment, logLevel }: Settings): Config['logger'] {
  return isDeployment
    ? { options: { level: logLevel }, destination: process.stdout }
    : {
        options: { level: logLevel },
        destination: pretty({
          colorize: true,
          ignore: 'pid,hostname,name',
          translateTime: 'SYS:HH:MM:ss',
        }),
      }
}

/** Origins from which a browser's session cookie is believed. */
function ownOrigins({ corsOrigins, port, publicUrl }: Settings): string[] {
  const demoOrigins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  return [publicUrl, ...demoOrigins, ...(corsOrigins === '*' ? [] : corsOrigins)]
}

function uploadOf(collection: typeof media) {
  return typeof collection.upload === 'object' ? collection.upload : {}
}

function authOf(collection: typeof users) {
  return typeof collection.auth === 'object' ? collection.auth : {}
}
