/**
 * What the panel says otherwise than Payload does. Payload knows drafts and published documents; here the
 * review has seven states. So a version tells only what the public has or had of it, in words that are no
 * state's name.
 */
export const panelWords = {
  en: {
    general: { payloadSettings: 'Panel settings' },
    version: {
      currentDraft: 'Newest text',
      currentlyPublished: 'Public now',
      draft: 'Saved, not public',
      previouslyPublished: 'Public before',
      published: 'Public',
      specificVersion: 'Other version',
      status: 'For the public',
    },
  },
  es: {
    general: { payloadSettings: 'Configuración del panel' },
    version: {
      currentDraft: 'Texto más reciente',
      currentlyPublished: 'Público ahora',
      draft: 'Guardado, no público',
      previouslyPublished: 'Público antes',
      published: 'Público',
      specificVersion: 'Otra versión',
      status: 'Para el público',
    },
  },
}
