import type { Saying } from '../sayings.ts'

/** Refusals about the base of a save, translations and finding documents. */
export const editing: readonly Saying[] = [
  [
    '“basedOn” cannot be read. It is the id of a version or a content hash, without quotes. GET /api/{collection}/{id}?draft=true says which in its header ETag.',
    '«basedOn» no se puede leer. Es el identificador de una versión o una huella de contenido, sin comillas. GET /api/{collection}/{id}?draft=true lo dice en su encabezado ETag.',
  ],
  [
    '“If-Match” cannot be read. It is one entity tag: the id of a version or a content hash in double quotes, such as If-Match: "4f1c…", or *. GET /api/{collection}/{id}?draft=true says which in its header ETag.',
    '«If-Match» no se puede leer. Es una sola etiqueta de entidad: el identificador de una versión o una huella de contenido entre comillas dobles, como If-Match: "4f1c…", o *. GET /api/{collection}/{id}?draft=true lo dice en su encabezado ETag.',
  ],
  [
    'Somebody else changed the same at the same moment. Nothing was stored; try again.',
    'Otra persona cambió lo mismo en el mismo momento. No se guardó nada; inténtelo de nuevo.',
  ],
  [
    'This save changes what readers do not see, and its base is a content hash, which says nothing of that: somebody may have changed it meanwhile. Nothing was stored. Name the version that you read, by its id: GET /api/{collection}/{id}?draft=true gives it in ETag.',
    'Esto cambia algo que los lectores no ven, y su base es una huella de contenido, que no dice nada de eso: alguien pudo cambiarlo entretanto. No se guardó nada. Nombre la versión que leyó por su identificador: GET /api/{collection}/{id}?draft=true lo da en ETag.',
  ],
  [
    'This installation takes a save only with the version it is based on, so that nobody overwrites what somebody else saved. Read the document (GET /api/{collection}/{id}?draft=true) and send back its ETag: If-Match: "<id of the version>", over GraphQL the argument basedOn. * names no version.',
    'Esta instalación solo guarda con la versión en que se basa el cambio, para que nadie sobrescriba lo que otra persona guardó. Lea el documento (GET /api/{collection}/{id}?draft=true) y devuelva su ETag: If-Match: "<id of the version>"; por GraphQL, el argumento basedOn. * no nombra ninguna versión.',
  ],
  [
    'A base is the version of one document, and this request is about all that meet a condition. Name one document by its id.',
    'Una base es la versión de un documento, y esta petición trata de todos los que cumplen una condición. Nombre un documento por su identificador.',
  ],
  [
    '{{names}} saved this document after the version that this save is based on, last at {{when}}; `data.changes` says what changed.',
    '{{names}} guardó este documento después de la versión en que se basa este cambio, por última vez el {{when}}; `data.changes` dice qué cambió.',
  ],
  [
    'This document has no version of the name that this save gives as its base, or not any more.',
    'Este documento no tiene ninguna versión con el nombre que se da como base, o ya no la tiene.',
  ],
  [
    'Nothing was stored. Put your changes into the newest version, and save that on its own base: If-Match: "{{version}}".',
    'No se guardó nada. Lleve sus cambios a la versión más reciente y guárdela sobre su propia base: If-Match: "{{version}}".',
  ],
  [
    'Content is translated into {{languages}}. Ask for one of them with ?locale=.',
    'El contenido se traduce a {{languages}}. Pida uno de esos idiomas con ?locale=.',
  ],
  [
    'contentHash is required: the one you saw, from GET …/translation.',
    'Falta contentHash: la huella que vio, de GET …/translation.',
  ],
  [
    'paths is required: a list of the texts that are right, by their “path”.',
    'Falta paths: una lista de los textos que son correctos, por su «path».',
  ],
  ['paths is empty. Name at least one text.', 'paths está vacío. Nombre al menos un texto.'],
  [
    'At most {{most}} texts are confirmed at once.',
    'Se confirman como máximo {{most}} textos a la vez.',
  ],
  [
    'Only an editor can say that a translation is right. Ask one.',
    'Solo un editor puede decir que una traducción es correcta. Pídaselo a uno.',
  ],
  [
    'The text changed since you saw it. Read the translation again, then say which texts are right.',
    'El texto cambió desde que usted lo vio. Lea de nuevo la traducción y diga qué textos son correctos.',
  ],
  [
    'There is no translation at “{{path}}” that could be right. Name texts as GET …/translation does.',
    'En «{{path}}» no hay ninguna traducción que pueda ser correcta. Nombre los textos como GET …/translation.',
  ],
  [
    'The text at {{path}} was translated from one that has changed since. Bring it up to date, or say with “acceptOlderTranslation”: true that it may be public all the same.',
    'El texto en {{path}} se tradujo de otro que ha cambiado desde entonces. Póngalo al día, o diga con «acceptOlderTranslation»: true que puede publicarse de todos modos.',
  ],
  [
    'acceptOlderTranslation must be true or false.',
    'acceptOlderTranslation debe ser true o false.',
  ],
  [
    'Ask for a {{what}} with equals or in, such as {{example}}. There is: {{values}}.',
    'Pregunte por {{what}} con equals o in, como {{example}}. Hay: {{values}}.',
    {
      what: (part) =>
        ({ state: 'un estado', translation: 'una traducción', discussion: 'una conversación' })[
          part
        ] ?? part,
    },
  ],
  [
    'This name has more than {{most}} words. Type a part of it.',
    'Este nombre tiene más de {{most}} palabras. Escriba una parte.',
  ],
  [
    'These are more than {{most}} documents. Ask for fewer at once.',
    'Son más de {{most}} documentos. Pregunte por menos a la vez.',
  ],
  [
    'Look for words with like, such as where[{{name}}][like]=CP14 balance.',
    'Busque palabras con like, como where[{{name}}][like]=CP14 balance.',
  ],
  [
    'This search has more than {{most}} words. Look for fewer.',
    'Esta búsqueda tiene más de {{most}} palabras. Busque menos.',
  ],
  [
    'What the team calls documents and where they are used is for the team. Sign in.',
    'Cómo llama el equipo a los documentos y dónde se usan es para el equipo. Inicie sesión.',
  ],
]
