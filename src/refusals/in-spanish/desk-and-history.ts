import type { Saying } from '../sayings.ts'

/** Refusals about the desk, assignments, the history of documents and the ledger's entries. */
export const deskAndHistory: readonly Saying[] = [
  ['“{{name}}” must be an id.', '«{{name}}» debe ser un identificador.'],
  [
    '“{{name}}” must be an instant with its offset from UTC, such as 2027-03-01T00:00:00-05:00.',
    '«{{name}}» debe ser un instante con su diferencia de UTC, como 2027-03-01T00:00:00-05:00.',
  ],
  [
    '“assignee” must be the id of a person, “me” or “nobody”.',
    '«assignee» debe ser el identificador de una persona, «me» o «nobody».',
  ],
  ['“section” must be one of: {{values}}.', '«section» debe ser uno de: {{values}}.'],
  ['“collection” must be one of: {{values}}.', '«collection» debe ser uno de: {{values}}.'],
  ['“size” must be one of: {{values}}.', '«size» debe ser uno de: {{values}}.'],
  ['“look” must be one of: {{values}}.', '«look» debe ser uno de: {{values}}.'],
  [
    'The desk is for the team. Sign in with a role.',
    'El escritorio es para el equipo. Inicie sesión con una función.',
  ],
  [
    'assignee is the id of a reviewer, or null for nobody in particular.',
    'assignee es el identificador de un revisor, o null para nadie en particular.',
  ],
  [
    'assignee is the id of a reviewer, or nothing.',
    'assignee es el identificador de un revisor, o nada.',
  ],
  [
    'Only a review can be given to somebody, and this document is not in review ({{state}}). Submit it first.',
    'Solo se puede asignar una revisión, y este documento no está en revisión ({{state}}). Envíelo antes.',
  ],
  [
    '“due” says until when somebody is asked for a review. Name them in “assignee”.',
    '«due» dice para cuándo se pide una revisión a alguien. Nómbrelo en «assignee».',
  ],
  [
    '“due” is {{instant}}, which has passed. Name an instant in the future, or none.',
    '«due» es {{instant}}, que ya pasó. Nombre un instante futuro, o ninguno.',
  ],
  [
    '“assignee” is {{id}}, and nobody has that id. Choose one of GET …/workflow/reviewers.',
    '«assignee» es {{id}}, y nadie tiene ese identificador. Elija uno de GET …/workflow/reviewers.',
  ],
  [
    '{{name}} is no reviewer, and only reviewers approve. Choose somebody who is.',
    '{{name}} no es revisor, y solo los revisores aprueban. Elija a alguien que lo sea.',
  ],
  [
    '{{name}} changed this text since it was last public, and nobody approves their own words. Choose another reviewer.',
    '{{name}} cambió este texto desde que fue público por última vez, y nadie aprueba sus propias palabras. Elija a otro revisor.',
  ],
  [
    '{{name}} overrode the review of what is live, so somebody else has to look. Choose another reviewer.',
    '{{name}} forzó la publicación de lo que es público, así que tiene que mirarlo otra persona. Elija a otro revisor.',
  ],
  [
    '“{{title}}” ({{key}}) was scheduled together with this. Move both, or cancel the schedule first.',
    '«{{title}}» ({{key}}) se programó junto con esto. Mueva los dos, o cancele antes la programación.',
  ],
  [
    '{{name}} must be an instant with its offset from UTC, such as 2027-03-01T09:00:00-05:00.',
    '{{name}} debe ser un instante con su diferencia de UTC, como 2027-03-01T09:00:00-05:00.',
  ],
  [
    '{{name}} must be before the year 10000, also when it is told without an offset from UTC.',
    '{{name}} debe ser anterior al año 10000, también cuando se dice sin diferencia de UTC.',
  ],
  [
    'An entry of the ledger is named by its number, from 1, not “{{number}}”.',
    'Un asiento del registro se nombra por su número, desde 1, no «{{number}}».',
  ],
  [
    'The ledger has no entry with the number {{number}}.',
    'El registro no tiene ningún asiento con el número {{number}}.',
  ],
  [
    'moment is an instant with its offset from UTC, such as ?moment=2027-03-01T09:00:00-05:00.',
    'moment es un instante con su diferencia de UTC, como ?moment=2027-03-01T09:00:00-05:00.',
  ],
  [
    'This moment has not come yet. Ask for one up to now.',
    'Ese momento no ha llegado. Pregunte por uno hasta ahora.',
  ],
  [
    '“{{zone}}” is no time zone. Name one such as America/New_York, or leave it out for UTC.',
    '«{{zone}}» no es una zona horaria. Nombre una como America/New_York, u omítala para UTC.',
  ],
  [
    'Nothing is known of a document {{id}} in {{collection}}: it is not there, and the ledger has no entry of it.',
    'No se sabe nada de un documento {{id}} en {{collection}}: no está, y el registro no tiene ningún asiento suyo.',
  ],
  [
    'There is no kind of event “{{kind}}”. Choose among: {{kinds}}.',
    'No hay ninguna clase de suceso «{{kind}}». Elija entre: {{kinds}}.',
  ],
  [
    'page is a whole number from 1, not “{{page}}”.',
    'page es un número entero desde 1, no «{{page}}».',
  ],
  [
    'extensions.drafts is {"documents": [{"collection", "id", "versionId"}], "asOf"}, with 1 to {{most}} documents; versionId and asOf, the number of an entry of the ledger, may be left out.',
    'extensions.drafts es {"documents": [{"collection", "id", "versionId"}], "asOf"}, con 1 a {{most}} documentos; versionId y asOf, el número de un asiento del registro, se pueden omitir.',
  ],
  [
    '{{place}} has no version {{version}}. So its page cannot be shown as it was.',
    '{{place}} no tiene ninguna versión {{version}}. Por eso su página no se puede mostrar como era.',
  ],
  [
    'The version {{version}} of {{place}} is not the text that was public: expected {{expected}}, found {{found}}. So its page cannot be shown as it was.',
    'La versión {{version}} de {{place}} no es el texto que fue público: se esperaba {{expected}}, se encontró {{found}}. Por eso su página no se puede mostrar como era.',
  ],
]
