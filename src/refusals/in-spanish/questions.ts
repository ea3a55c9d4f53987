import type { Saying } from '../sayings.ts'

/** Questions of readers and of the team that ask for what there is not, or for too much. */
export const questions: readonly Saying[] = [
  [
    '“{{name}}” cannot be read. Write it with brackets, such as where[slug][equals]=balance-paid.',
    '«{{name}}» no se puede leer. Escríbalo con corchetes, como where[slug][equals]=balance-paid.',
  ],
  [
    '“{{asked}}” is not a language of this roadmap. “locale” is one of: {{known}}.',
    '«{{asked}}» no es un idioma de este mapa. «locale» es uno de estos: {{known}}.',
  ],
  [
    '“{{name}}” must be a number from 1 to {{most}}, which is the most for one page.',
    '«{{name}}» debe ser un número del 1 al {{most}}, el máximo para una página.',
  ],
  [
    '“{{name}}” must be a number from 1 to the last page.',
    '«{{name}}» debe ser un número del 1 a la última página.',
  ],
  [
    '“{{name}}” must be a number from 1 to {{most}}.',
    '«{{name}}» debe ser un número del 1 al {{most}}.',
  ],
  [
    '“{{name}}” must be a whole number from {{least}} to {{most}}; “{{asked}}” was given.',
    '«{{name}}» debe ser un número entero del {{least}} al {{most}}; se dio «{{asked}}».',
  ],
  [
    '“{{name}}” must be a whole number from {{least}} to {{most}}.',
    '«{{name}}» debe ser un número entero del {{least}} al {{most}}.',
  ],
  [
    '“{{name}}” must be one of: {{known}}; “{{asked}}” was given.',
    '«{{name}}» debe ser uno de estos: {{known}}; se dio «{{asked}}».',
  ],
  [
    '“{{name}}” is true or false; “{{asked}}” was given.',
    '«{{name}}» es verdadero o falso (true o false); se dio «{{asked}}».',
  ],
  ['“{{name}}” was given twice.', '«{{name}}» se dio dos veces.'],
  [
    'Readers get what is published, nothing that a question brings along. Leave “data” out.',
    'Los lectores reciben lo publicado, nada que la pregunta traiga consigo. Omita «data».',
  ],
  [
    'The text to look for has more than {{most}} characters. Look for a part of it, or use search.',
    'El texto que se busca tiene más de {{most}} caracteres. Busque una parte de él, o use la búsqueda.',
  ],

  [
    'An order is the name of a field, such as title or -updatedAt.',
    'Un orden es el nombre de un campo, como title o -updatedAt.',
  ],
  [
    'Results cannot be ordered by “{{path}}”, a field of another document. Order by a field of the document itself, such as title or -updatedAt.',
    'Los resultados no se pueden ordenar por «{{path}}», un campo de otro documento. Ordene por un campo del documento mismo, como title o -updatedAt.',
  ],
  [
    'Results cannot be ordered by “{{path}}”. Order by one of: {{known}}.',
    'Los resultados no se pueden ordenar por «{{path}}». Ordene por uno de estos: {{known}}.',
  ],
  [
    'There is no page {{page}}. Ask for a page up to {{most}}.',
    'No hay ninguna página {{page}}. Pida una página hasta la {{most}}.',
  ],
  [
    'This condition is nested more than {{most}} levels deep. Ask a simpler question.',
    'Esta condición tiene más de {{most}} niveles. Haga una pregunta más sencilla.',
  ],
  [
    'A condition names a field, an operator and a value: where[slug][equals]=balance-paid.',
    'Una condición nombra un campo, un operador y un valor: where[slug][equals]=balance-paid.',
  ],
  ['“{{name}}” takes a list of conditions.', '«{{name}}» lleva una lista de condiciones.'],
  [
    'This question has more than {{most}} conditions. Split it up, or use the in operator with a list of values.',
    'Esta pregunta tiene más de {{most}} condiciones. Divídala, o use el operador in con una lista de valores.',
  ],
  [
    'This question looks for more than {{most}} words. Look for fewer at a time, or use search.',
    'Esta pregunta busca más de {{most}} palabras. Busque menos de una vez, o use la búsqueda.',
  ],
  [
    '“{{path}}” needs an operator, such as {{example}}',
    '«{{path}}» necesita un operador, como {{example}}',
  ],
  ['“{{path}}” cannot be a condition.', '«{{path}}» no puede ser una condición.'],
  [
    '“{{path}}” is a long text, which cannot be a condition. Use search instead.',
    '«{{path}}» es un texto largo, que no puede ser una condición. Use la búsqueda.',
  ],
  [
    '“{{operator}}” is not an operator. Use one of: {{known}}.',
    '«{{operator}}» no es un operador. Use uno de estos: {{known}}.',
  ],
  [
    '“{{path}}” is a reference. Ask for it with equals or in, and an id.',
    '«{{path}}» es una referencia. Pregunte por ella con equals o in, y un id.',
  ],
  [
    '“{{operator}}” on “{{path}}” takes a list of plain values.',
    '«{{operator}}» en «{{path}}» lleva una lista de valores simples.',
  ],
  [
    '“{{operator}}” on “{{path}}” takes one plain value.',
    '«{{operator}}» en «{{path}}» lleva un valor simple.',
  ],
  [
    '“{{path}}” is a date, which has no parts. Compare it with greater_than.',
    '«{{path}}» es una fecha, que no tiene partes. Compárela con greater_than.',
  ],
  [
    '“{{value}}” is not a date. Write it as 2026-11-22.',
    '«{{value}}» no es una fecha. Escríbala como 2026-11-22.',
  ],
  [
    '“{{path}}” cannot be used, because “{{name}}” is worked out from other documents. Ask those documents instead: notices have a condition on stations, for example.',
    '«{{path}}» no se puede usar, porque «{{name}}» se obtiene de otros documentos. Pregunte por esos documentos: los avisos, por ejemplo, tienen una condición sobre estaciones.',
  ],
  [
    '“{{path}}” goes through two other documents. Ask one of them first.',
    '«{{path}}» pasa por otros dos documentos. Pregunte antes por uno de ellos.',
  ],
  [
    'Name a field of the documents, such as title, slug, code or updatedAt; /openapi.json lists those of each content type.',
    'Nombre un campo de los documentos, como title, slug, code o updatedAt; /openapi.json da los de cada tipo de contenido.',
  ],

  [
    'Nothing in {{collection}} has the {{field}} “{{name}}”, and nothing public ever had. /api/{{where}} lists what there is.',
    'Nada en {{collection}} tiene en {{field}} «{{name}}», y nada público lo tuvo nunca. /api/{{where}} da la lista de lo que hay.',
  ],
  [
    '“{{collection}}” is not a content type with names. Choose one of: {{known}}.',
    '«{{collection}}» no es un tipo de contenido con nombres. Elija entre: {{known}}.',
  ],
  [
    'Give either “name” or “id”: what to look for.',
    'Dé «name» o «id», uno de los dos: lo que se busca.',
  ],
  ['This page was withdrawn on {{day}}.', 'Esta página se retiró el {{day}}.'],
  [
    'This page was withdrawn on {{day}}. {{reason}}',
    'Esta página se retiró el {{day}}. {{reason}}',
  ],
  [
    'This points at something that was withdrawn while it was read. Ask again.',
    'Esto apunta a algo que se retiró mientras se leía. Pregunte de nuevo.',
  ],
  [
    'There is no station with this address on the map. /api/roadmap lists them.',
    'En el mapa no hay ninguna estación con esta dirección. /api/roadmap da la lista.',
  ],
  [
    'The map is changing right now. Try again in a moment.',
    'El mapa está cambiando en este momento. Inténtelo de nuevo enseguida.',
  ],
  [
    'Say in “q” what to search for: /api/search?q=owe+money',
    'Diga en «q» qué se busca: /api/search?q=owe+money',
  ],
  [
    '“q” has {{length}} characters, more than the {{most}} that are searched for. Use fewer words.',
    '«q» tiene {{length}} caracteres, más de los {{most}} que se buscan. Use menos palabras.',
  ],
  [
    'Search is not available at the moment. Try again in a few seconds.',
    'La búsqueda no está disponible en este momento. Inténtelo de nuevo en unos segundos.',
  ],
  [
    'An export is asked for with “locale” and nothing else, once; “{{name}}” was given. Everything live is in it.',
    'Una exportación se pide con «locale» y nada más, una sola vez; se dio «{{name}}». En ella está todo lo público.',
  ],
  [
    'No version of {{place}} is what entry {{sequence}} published: expected {{expected}}, found {{found}}.',
    'Ninguna versión de {{place}} es lo que publicó el asiento {{sequence}}: se esperaba {{expected}}, se encontró {{found}}.',
  ],

  [
    '“headingLevel” is the level of the highest headings: a whole number from 1 to 6.',
    '«headingLevel» es el nivel de los títulos más altos: un número entero del 1 al 6.',
  ],
  [
    '“richText” is the form of rich text: {{known}}. “{{asked}}” is none of them.',
    '«richText» es la forma del texto con formato: {{known}}. «{{asked}}» no es ninguna de ellas.',
  ],
  [
    '“headingLevel” and “links” belong to richText=html. Add it, or leave them out.',
    '«headingLevel» y «links» van con richText=html. Añádalo u omítalos.',
  ],
  [
    'The pattern for links (“links”) has to be text.',
    'El patrón de los enlaces («links») tiene que ser texto.',
  ],
  [
    'The pattern for links has {{length}} characters.',
    'El patrón de los enlaces tiene {{length}} caracteres.',
  ],
  [
    'The pattern for links names “{{name}}”, which is none of its names.',
    'El patrón de los enlaces nombra «{{name}}», que no es ninguno de sus nombres.',
  ],
  ['“{{pattern}}” is no pattern for links.', '«{{pattern}}» no es un patrón de enlaces.'],
  [
    'A pattern starts with “/”, “{prefix}/”, “https://” or “http://”, has at most {{most}} characters of a web address, and may hold {{names}}, as in {{example}}.',
    'Un patrón empieza por «/», «{prefix}/», «https://» o «http://», tiene como máximo {{most}} caracteres de una dirección web y puede contener {{names}}, como en {{example}}.',
  ],
]
