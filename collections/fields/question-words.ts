import { words } from '../../src/locales.ts'

/** The questions every page of the roadmap answers, in the words of the panel, the API and the reader's site. */
export const questions = {
  whatItMeans: words(
    'What does this letter or notice mean to me?',
    '¿Qué significa para mí esta carta o aviso?',
  ),
  howIGotHere: words('How did I get here?', '¿Cómo llegué aquí?'),
  nextSteps: words('What are my next steps?', '¿Cuáles son mis próximos pasos?'),
  whereToGetHelp: words('Where can I get additional help?', '¿Dónde puedo obtener más ayuda?'),
}
