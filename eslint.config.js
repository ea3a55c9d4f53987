import eslint from '@eslint/js'
import graphql from '@graphql-eslint/eslint-plugin'
import tseslint from 'typescript-eslint'

/** The modules that look past access rules, each for the reason its own comment gives. */
const ownersOfOverriddenAccess = [
  'seed/people.ts',
  'src/delivery/hide-unreadable-references.ts',
  'src/workflow/scheduled-publication.ts',
  'src/workflow/change-live-side.ts',
]
const ownersOfTheDatabase = [
  'src/accounts/password-check.ts',
  'src/addresses/**',
  'src/bin/generate.ts',
  // Comments are nobody's through Payload's own doors; their rules stand in src/comments/write.ts.
  'src/comments/rows.ts',
  'src/database/**',
  'src/delivery/export/as-published.ts',
  'src/delivery/hide-unreadable-references.ts',
  'src/delivery/live-documents.ts',
  // Stands around the database, and looks at nothing that a question does not find.
  'src/delivery/made-documents/give.ts',
  'src/delivery/pages.ts',
  'src/delivery/roadmap/read.ts',
  'src/delivery/search/live-search.ts',
  'src/delivery/search/popular-terms.ts',
  'src/delivery/webhooks/deliver.ts',
  'src/delivery/withdrawn.ts',
  // Stands around the database and lets every question through.
  'src/dependencies/note-questions.ts',
  'src/ledger/**',
  'src/translation/kept-rows.ts',
  'src/translation/source-then.ts',
  // What people are told belongs to them; nothing but its own endpoints reads or writes it.
  'src/notifications/**',
  // Who is in which document is no content: a collection of its own that nothing else reads.
  'src/presence/in-mongodb.ts',
  'src/presence/presence.ts',
  'src/previews/overlay.ts',
  'src/previews/rows.ts',
  'src/previews/texts-over.ts',
  // Payload reads a version whole, with every hook, and a timeline wants two fields of thousands.
  'src/timeline/saved-versions.ts',
  'src/saves/versions.ts',
  'src/start-payload.ts',
  'src/workflow/**',
]

const overriddenAccess = {
  selector: 'Property[key.name="overrideAccess"]:not([value.value=false])',
  message:
    'Pass overrideAccess: false and the req. Only the modules named in eslint.config.js look past access rules.',
}
const rawDatabase = {
  selector: [
    'MemberExpression[object.property.name="payload"][property.name="db"]',
    'MemberExpression[object.name="payload"][property.name="db"]',
    'VariableDeclarator[init.property.name="payload"] > ObjectPattern > Property[key.name="db"]',
    'VariableDeclarator[init.name="payload"] > ObjectPattern > Property[key.name="db"]',
  ].join(', '),
  message:
    'payload.db skips every hook and rule. Only the modules named in eslint.config.js use it.',
}

const foldersOfQuestions = ['docs/front-ends/queries', 'src/app/*/questions']

const graphqlParser = {
  parser: graphql.parser,
  parserOptions: {
    graphQLConfig: {
      schema: './schema.graphql',
      documents: foldersOfQuestions.map((folder) => `./${folder}/*.graphql`),
    },
  },
}

export default tseslint.config(
  {
    ignores: [
      '**/.next/',
      'dist/',
      'data/',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/database/migrations/',
      'src/app/(payload)/admin/importMap.js',
      'src/app/*/questions/generated.ts',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { Buffer: 'readonly', console: 'readonly', process: 'readonly' } },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'collections/**/*.ts', 'access/**/*.ts', 'seed/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', overriddenAccess, rawDatabase] },
  },
  {
    files: ownersOfOverriddenAccess,
    rules: { 'no-restricted-syntax': ['error', rawDatabase] },
  },
  {
    files: ownersOfTheDatabase,
    rules: { 'no-restricted-syntax': ['error', overriddenAccess] },
  },
  {
    // Those that own both: a pair of patterns takes what fits both of them.
    files: ownersOfOverriddenAccess.flatMap((one) =>
      ownersOfTheDatabase.map((other) => [one, other]),
    ),
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The reader's site is a front end like any other: it knows the platform by its API alone. What it shares are
    // the questions every page answers and the spelling of codes, which know nothing of the platform.
    files: ['src/app/(reader)/**/*.{ts,tsx}'].map((pattern) => pattern.replace(/[()]/g, '\\$&')),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(payload|@payloadcms/|@payload-config|graphql$)`,
              message: 'Ask the API, as any front end does.',
            },
            {
              regex: String.raw`^(?:\.\./){2,}(?!\.\./|content/search-key\.ts$|collections/fields/question-words\.ts$)`,
              message: 'The reader’s site imports nothing of the platform.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: graphqlParser,
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      // Names are those that Payload gives: Station_where, not_equals, _status. Clients know them.
      '@graphql-eslint/naming-convention': 'off',
      // Documents have an id, which Payload makes a String. Their parts, lists and answers are no things
      // of their own. A test sees to the documents.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
  {
    files: foldersOfQuestions.map((folder) => `${folder}/*.graphql`),
    plugins: { '@graphql-eslint': graphql },
    languageOptions: graphqlParser,
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // The examples for front ends and the reader's site each have names of their own.
      '@graphql-eslint/unique-fragment-name': 'off',
      '@graphql-eslint/unique-operation-name': 'off',
    },
  },
)
