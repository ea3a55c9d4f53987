import type { Saying } from '../sayings.ts'

/** Refusals about comments, notifications and who is in which document. */
export const discussion: readonly Saying[] = [
  ['state is one of: open, resolved, all.', 'state es uno de estos: open, resolved, all.'],
  [
    '{{name}} is a whole number from 1 to {{most}}.',
    '{{name}} es un número entero de 1 a {{most}}.',
  ],
  [
    'documents names 1 to {{most}} documents as collection/id, with commas between.',
    'documents nombra de 1 a {{most}} documentos como collection/id, separados por comas.',
  ],
  ['text is required: what you want to say.', 'Falta text: lo que quiere decir.'],
  ['text has at most {{most}} characters.', 'text tiene como máximo {{most}} caracteres.'],
  ['text is empty. Say something.', 'text está vacío. Diga algo.'],
  ['mentions is a list of ids of people.', 'mentions es una lista de identificadores de personas.'],
  [
    'mentions is a list of ids of people, as GET /api/comments/people gives them.',
    'mentions es una lista de identificadores de personas, como los da GET /api/comments/people.',
  ],
  ['mentions has at most {{most}} people.', 'mentions tiene como máximo {{most}} personas.'],
  [
    'prefix and suffix are the text before and after the words.',
    'prefix y suffix son el texto anterior y el posterior a las palabras.',
  ],
  [
    'prefix and suffix have at most 1000 characters.',
    'prefix y suffix tienen como máximo 1000 caracteres.',
  ],
  [
    'quote.exact is required: the words you comment on.',
    'Falta quote.exact: las palabras que comenta.',
  ],
  [
    'quote.exact has at most {{most}} characters. Choose fewer words, or comment on the field.',
    'quote.exact tiene como máximo {{most}} caracteres. Elija menos palabras, o comente el campo.',
  ],
  ['quote.exact is empty. Choose some words.', 'quote.exact está vacío. Elija algunas palabras.'],
  [
    'quote is { exact, prefix, suffix }: the words, and some of the text before and after them.',
    'quote es { exact, prefix, suffix }: las palabras, y algo del texto anterior y posterior.',
  ],
  ['path is the path of a field.', 'path es la ruta de un campo.'],
  [
    'place is { path, locale, quote }, or null for the whole document.',
    'place es { path, locale, quote }, o null para todo el documento.',
  ],
  [
    'place names a path, or words in quote. Leave place out to comment on the whole document.',
    'place nombra un path, o palabras en quote. Omita place para comentar todo el documento.',
  ],
  ['A reply is { text, mentions }.', 'Una respuesta es { text, mentions }.'],
  [
    'A comment is { text, place, mentions } and nothing else.',
    'Un comentario es { text, place, mentions } y nada más.',
  ],
  [
    'comments is a list of { text, place, mentions }.',
    'comments es una lista de { text, place, mentions }.',
  ],
  ['comments has at most {{most}} comments.', 'comments tiene como máximo {{most}} comentarios.'],
  [
    'comments have at most {{most}} characters together.',
    'comments tiene en total como máximo {{most}} caracteres.',
  ],
  [
    'These words are in none of the texts of this document as it was last saved. They may be from a document that it shows: comment on that one. Or choose the words again.',
    'Estas palabras no están en ningún texto de este documento como se guardó por última vez. Pueden ser de un documento que este muestra: comente aquel. O elija las palabras de nuevo.',
  ],
  [
    'The document has no field “{{path}}”. GET …/comments/places lists those it has.',
    'El documento no tiene ningún campo «{{path}}». GET …/comments/places enumera los que tiene.',
  ],
  [
    'This thread is resolved. Reopen it to go on, or begin another.',
    'Esta conversación está resuelta. Reábrala para seguir, o empiece otra.',
  ],
  [
    'This thread has {{count}} replies, which is the most it can have. Begin another.',
    'Esta conversación tiene {{count}} respuestas, que es el máximo. Empiece otra.',
  ],
  [
    'This thread was reopened {{count}} times, which is the most it can be. Begin another.',
    'Esta conversación se reabrió {{count}} veces, que es el máximo. Empiece otra.',
  ],
  [
    'This document has {{count}} threads, and can have {{most}}. Reply in one of them.',
    'Este documento tiene {{count}} conversaciones, y puede tener {{most}}. Responda en una de ellas.',
  ],
  [
    'mentions names somebody who is no person with a role here. GET /api/comments/people lists those who can be mentioned.',
    'mentions nombra a alguien que no es una persona con una función aquí. GET /api/comments/people enumera a quienes se puede mencionar.',
  ],
  [
    'There is no such comment. GET /api/{collection}/{id}/comments lists those there are.',
    'No existe ese comentario. GET /api/{collection}/{id}/comments enumera los que hay.',
  ],
  [
    '{{name}} wrote this comment, and nobody else changes or removes it. Reply to it.',
    '{{name}} escribió este comentario, y nadie más lo cambia ni lo quita. Respóndale.',
  ],
  [
    'This comment went with a return and stands in the ledger (entry {{number}}), so it stays as it is. Reply to it.',
    'Este comentario acompañó una devolución y consta en el registro (asiento {{number}}), así que queda como está. Respóndale.',
  ],
  ['This comment was removed already.', 'Este comentario ya se quitó.'],
  [
    'Comments are written by people of the team. Sign in with a role.',
    'Los comentarios los escriben personas del equipo. Inicie sesión con una función.',
  ],
  [
    'Comments are for the team. Sign in with a role.',
    'Los comentarios son para el equipo. Inicie sesión con una función.',
  ],
  [
    'comments go with return alone. Otherwise say them at POST /api/{collection}/{id}/comments.',
    'comments solo acompaña a return. Si no, dígalos en POST /api/{collection}/{id}/comments.',
  ],
  [
    'Notifications are for people of the team. Sign in with a role.',
    'Los avisos internos son para personas del equipo. Inicie sesión con una función.',
  ],
  [
    'Administrators have mails tried again. Sign in as one.',
    'Quien administra hace que se reintenten los correos. Inicie sesión como tal.',
  ],
  [
    'There is no mail of this id that was given up.',
    'No hay ningún correo abandonado con este identificador.',
  ],
  [
    'Send {"ids": [ID, …]} with at most {{most}} ids, or {"all": true, "until": INSTANT} with an instant such as 2027-03-01T09:00:00-05:00.',
    'Envíe {"ids": [ID, …]} con un máximo de {{most}} identificadores, o {"all": true, "until": INSTANT} con un instante como 2027-03-01T09:00:00-05:00.',
  ],
  ['“page” is a whole number from 1 to {{most}}.', '«page» es un número entero de 1 a {{most}}.'],
  [
    'Send {"choices": {KIND: CHOICE}, "language": LANGUAGE}, either or both. KIND is one of {{kinds}}; CHOICE one of {{choices}}; LANGUAGE one of {{languages}}.',
    'Envíe {"choices": {KIND: CHOICE}, "language": LANGUAGE}, uno o ambos. KIND es uno de {{kinds}}; CHOICE, uno de {{choices}}; LANGUAGE, uno de {{languages}}.',
  ],
  [
    'People are told in the transaction of what happened, or not at all.',
    'Se avisa a las personas en la transacción de lo ocurrido, o no se avisa.',
  ],
  [
    'tab is required: a name that your tab has for itself.',
    'Falta tab: un nombre que su pestaña tenga para sí.',
  ],
  [
    'tab has 8 to 64 letters, digits, “-” and “_”.',
    'tab tiene de 8 a 64 letras, cifras, «-» y «_».',
  ],
  ['doing is one of: looking, writing, left.', 'doing es uno de estos: looking, writing, left.'],
  ['Send { tab, doing } and nothing else.', 'Envíe { tab, doing } y nada más.'],
  [
    'Only people of the team are in documents. Sign in with a role.',
    'Solo las personas del equipo están en documentos. Inicie sesión con una función.',
  ],
  [
    'Who is in which document is for the team. Sign in with a role.',
    'Quién está en qué documento es para el equipo. Inicie sesión con una función.',
  ],
]
