import type { Saying } from '../sayings.ts'

const shown: Record<string, string> = {
  Drafts: 'Los borradores',
  'Texts that were not saved': 'Los textos que no se han guardado',
}

/** Previews, and the tokens that show them. */
export const previews: readonly Saying[] = [
  [
    'A preview token only reads, with GET or a GraphQL query. Leave it out and sign in to change something.',
    'Un token de vista previa solo lee, con GET o con una consulta de GraphQL. Para cambiar algo, omítalo e inicie sesión.',
  ],
  [
    'A preview token is no session. Send it as “Authorization: Preview TOKEN”, or as ?preview=TOKEN.',
    'Un token de vista previa no es una sesión. Envíelo como «Authorization: Preview TOKEN», o como ?preview=TOKEN.',
  ],
  [
    'A preview was asked for without a token, or with several. Send one, as “Authorization: Preview TOKEN” or as ?preview=TOKEN, or leave it out to read what is published.',
    'Se pidió una vista previa sin token, o con varios. Envíe uno, como «Authorization: Preview TOKEN» o como ?preview=TOKEN, u omítalo para leer lo publicado.',
  ],
  [
    'This preview was ended by the team. Ask whoever sent you the link for a new one, or read without the token what is published.',
    'El equipo puso fin a esta vista previa. Pida una nueva a quien le envió el enlace, o lea sin el token lo publicado.',
  ],
  [
    'This preview has ended. Ask whoever sent you the link for a new one, or read without the token what is published.',
    'Esta vista previa terminó. Pida una nueva a quien le envió el enlace, o lea sin el token lo publicado.',
  ],
  [
    'Whoever made this preview may not read drafts any more. Ask somebody else on the team for a new one.',
    'Quien creó esta vista previa ya no puede leer borradores. Pida una nueva a otra persona del equipo.',
  ],
  [
    'This is no preview token of this installation. Send it whole, as it was given when the preview was made, or leave it out to read what is published.',
    'Este no es un token de vista previa de esta instalación. Envíelo completo, como se dio al crear la vista previa, u omítalo para leer lo publicado.',
  ],
  [
    '{{what}} are shown to people of the team. Sign in with a role.',
    '{{what}} se muestran a las personas del equipo. Inicie sesión con una función.',
    { what: (part) => shown[part] ?? part },
  ],
  [
    'extensions.drafts is {"documents": [{"collection", "id"}]}, with 1 to {{most}} documents.',
    'extensions.drafts es {"documents": [{"collection", "id"}]}, con 1 a {{most}} documentos.',
  ],
  [
    'extensions.unsaved is {"collection", "id", "locale", "data"}: a content type with names such as stations, the id of the document or none for a new one, en or es, and its fields.',
    'extensions.unsaved es {"collection", "id", "locale", "data"}: un tipo de contenido con nombres, como stations, el id del documento o ninguno si es nuevo, en o es, y sus campos.',
  ],
  [
    'You have {{held}} previews that have not ended, which is the most one person may have. Revoke some of them first.',
    'Usted tiene {{held}} vistas previas que no han terminado, el máximo por persona. Revoque antes algunas.',
  ],
  [
    'You have no such preview. GET /api/previews lists those you can revoke.',
    'Usted no tiene esa vista previa. GET /api/previews da la lista de las que puede revocar.',
  ],
  [
    'Previews are made by people of the team. Sign in with a role.',
    'Las vistas previas las crean las personas del equipo. Inicie sesión con una función.',
  ],
  [
    'There is no document {{id}} in {{collection}} that could be shown.',
    'No hay ningún documento {{id}} en {{collection}} que se pueda mostrar.',
  ],
  [
    'Each document is { collection, id } and nothing else.',
    'Cada documento es { collection, id } y nada más.',
  ],
  [
    'documents is required: a list of { collection, id }.',
    'Falta documents: una lista de { collection, id }.',
  ],
  [
    'A preview has at most {{most}} documents.',
    'Una vista previa tiene como máximo {{most}} documentos.',
  ],
  [
    'hours must be a whole number from 1 to {{most}}.',
    'hours debe ser un número entero del 1 al {{most}}.',
  ],
  ['locale must be one of: {{known}}.', 'locale debe ser uno de estos: {{known}}.'],
  [
    'A preview is asked for with { documents: [{ collection, id }], hours } and nothing else.',
    'Una vista previa se pide con { documents: [{ collection, id }], hours } y nada más.',
  ],
  [
    'The database ended the reading of this preview. Try again.',
    'La base de datos interrumpió la lectura de esta vista previa. Inténtelo de nuevo.',
  ],
  [
    "The draft of {{place}} has an address, code or number that is another live document's. Change one of the two, then look again.",
    'El borrador de {{place}} tiene una dirección, un código o un número que es de otro documento público. Cambie uno de los dos y mire de nuevo.',
  ],
  [
    'Too many previews are being read right now. Try again in a moment.',
    'En este momento se leen demasiadas vistas previas. Inténtelo de nuevo en un momento.',
  ],
]
