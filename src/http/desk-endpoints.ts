import type { Endpoint } from 'payload'
import { deskAnswer, sectionAnswer } from '../desk/answer.ts'
import { readQuestion } from '../desk/question.ts'
import { isEditorial } from '../workflow/situation.ts'
import { refuseReaders } from './workflow-endpoints.ts'

/** What waits for whoever asks: all of it, or one part page by page. */
export const deskEndpoints: Endpoint[] = [
  {
    path: '/desk',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, 'The desk is for the team. Sign in with a role.')
      const collections = req.payload.config.collections.filter(isEditorial)
      const question = readQuestion(
        req.searchParams,
        collections.map(({ slug }) => slug),
      )
      return Response.json(
        question.section
          ? await sectionAnswer(question.section, question, req)
          : await deskAnswer(question, req),
      )
    },
  },
]
