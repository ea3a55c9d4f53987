import type { TranslationStanding } from '../../../translation/standing.ts'

const en = {
  heading: 'Translation',
  explained:
    'Each text stands beside its source. Saving makes a draft, as in the form; nothing becomes public by it.',
  chooseLanguage: 'You see the source itself. Choose the language you translate into.',
  translateInto: { en: 'Translate into English', es: 'Translate into Spanish' } as Record<
    string,
    string
  >,
  loading: 'Looking up how the translation stands…',
  failed: 'How the translation stands could not be looked up. Reload the page.',
  counts: (counts: Record<TranslationStanding, number>) =>
    `${counts.missing} missing, ${counts.older} older than their source, ${counts.upToDate} up to date`,
  onlyToDo: 'Only what is missing or older',
  nothingToDo: 'Every text is up to date.',
  source: { en: 'English', es: 'Spanish' } as Record<string, string>,
  standings: {
    missing: 'Missing',
    older: 'Older than its source',
    upToDate: 'Up to date',
  } satisfies Record<TranslationStanding, string>,
  sinceThen: 'What changed in the source since it was translated',
  thenUnknown:
    'The source changed since it was translated. The text of then is too far back to be shown.',
  now: 'The source now',
  stillRight: 'The translation is still right',
  saveFirst: 'Save first: what is confirmed is the saved text.',
  confirmed: 'Noted: the translation is right as it is.',
  notConfirmed: 'It could not be noted. The text may have been saved again: reload the page.',
  older: 'Translations are older than their source',
  olderExplained:
    'These texts were translated from ones that have changed since. Readers of the translation may be told something else than readers of the source.',
  accept: 'They may be public all the same. This is recorded with my name.',
}

/** What the panel says about translations, in one of its languages. */
export type TranslationPanelWords = typeof en

const es: TranslationPanelWords = {
  heading: 'Traducción',
  explained:
    'Cada texto está junto a su original. Al guardar se hace un borrador, como en el formulario; nada se publica con ello.',
  chooseLanguage: 'Está viendo el original. Elija el idioma al que traduce.',
  translateInto: { en: 'Traducir al inglés', es: 'Traducir al español' },
  loading: 'Averiguando cómo está la traducción…',
  failed: 'No se pudo averiguar cómo está la traducción. Vuelva a cargar la página.',
  counts: (counts) =>
    `${counts.missing} por traducir, ${counts.older} anteriores a su original, ${counts.upToDate} al día`,
  onlyToDo: 'Solo lo que falta o es anterior a su original',
  nothingToDo: 'Todos los textos están al día.',
  source: { en: 'Inglés', es: 'Español' },
  standings: {
    missing: 'Falta',
    older: 'Anterior a su original',
    upToDate: 'Al día',
  },
  sinceThen: 'Qué cambió en el original desde que se tradujo',
  thenUnknown:
    'El original cambió desde que se tradujo. El texto de entonces queda demasiado atrás para mostrarlo.',
  now: 'El original ahora',
  stillRight: 'La traducción sigue siendo correcta',
  saveFirst: 'Guarde primero: lo que se confirma es el texto guardado.',
  confirmed: 'Anotado: la traducción es correcta como está.',
  notConfirmed:
    'No se pudo anotar. Puede que el texto se haya guardado de nuevo: vuelva a cargar la página.',
  older: 'Hay traducciones anteriores a su original',
  olderExplained:
    'Estos textos se tradujeron de otros que han cambiado desde entonces. A quien lee la traducción se le puede decir otra cosa que a quien lee el original.',
  accept: 'Pueden publicarse de todos modos. Esto queda registrado con mi nombre.',
}

/** The words for a language of the panel; English stands in for any other. */
export function translationWordsFor(language: string): TranslationPanelWords {
  return language.startsWith('es') ? es : en
}
