// Writes the types of what the reader's site asks for from its .graphql files and the checked-in schema.
// Part of `npm run types`. Plain JavaScript, because the build does not need it.
import { writeFileSync } from 'node:fs'
import { generate } from '@graphql-codegen/cli'

const file = 'src/app/(reader)/questions/generated.ts'

/** @returns {Promise<{ content: string }>} the types as they have to be */
export async function readerQuestions() {
  const [generated] = await generate(
    {
      schema: 'schema.graphql',
      // Brackets mean something else in a pattern.
      documents: 'src/app/*/questions/*.graphql',
      silent: true,
      generates: {
        [file]: {
          plugins: [
            { add: { content: '/* Written by `npm run types`. */' } },
            'typescript-operations',
            'typed-document-node',
          ],
          config: {
            documentMode: 'string',
            enumsAsTypes: true,
            scalars: { DateTime: 'string', RichText: 'unknown' },
            skipTypename: true,
            useTypeImports: true,
          },
        },
      },
    },
    false,
  )
  return generated
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, (await readerQuestions()).content)
