import { noValue } from './no-value.ts'

/** One sentence for a wrong password, an unknown address and a locked account: see docs/decisions/0028. */
const refusedSignIn = {
  en: 'The email or the password is not right, or there were too many wrong tries: then wait ten minutes.',
  es: 'El correo o la contraseña no son correctos, o hubo demasiados intentos fallidos: en ese caso, espere diez minutos.',
}

/**
 * What the panel says otherwise than Payload does. Payload knows drafts and published documents; here the
 * review has seven states. So a version tells only what the public has or had of it, in words that are no
 * state's name.
 */
export const panelWords = {
  en: {
    error: { emailOrPasswordIncorrect: refusedSignIn.en, userLocked: refusedSignIn.en },
    general: { noLabel: noValue, payloadSettings: 'Panel settings' },
    tabs: { translation: 'Translation' },
    validation: { emailAddress: 'This is not an e-mail address. Write it as name@example.org.' },
    version: {
      currentDraft: 'Newest text',
      currentlyPublished: 'Public now',
      draft: 'Saved, not public',
      previouslyPublished: 'Public before',
      published: 'Public',
      specificVersion: 'Other version',
      status: 'For the public',
      versions: 'History',
    },
  },
  es: {
    error: { emailOrPasswordIncorrect: refusedSignIn.es, userLocked: refusedSignIn.es },
    general: { noLabel: noValue, payloadSettings: 'Configuración del panel' },
    tabs: { translation: 'Traducción' },
    validation: {
      emailAddress: 'No es una dirección de correo. Escríbala como nombre@example.org.',
    },
    version: {
      currentDraft: 'Texto más reciente',
      currentlyPublished: 'Público ahora',
      draft: 'Guardado, no público',
      previouslyPublished: 'Público antes',
      published: 'Público',
      specificVersion: 'Otra versión',
      status: 'Para el público',
      versions: 'Historial',
    },
  },
}
