import type { Saying } from '../sayings.ts'

const either = (part: string) => part.replaceAll(' or ', ' o ')

/** What is wrong with the value of a field. */
export const values: readonly Saying[] = [
  [
    'This text holds a heading of level “{{level}}”. A heading’s “tag” is one of: {{offered}}.',
    'Este texto tiene un título de nivel «{{level}}». El «tag» de un título es uno de estos: {{offered}}.',
  ],
  [
    'This text holds a list of the kind “{{kind}}”. A list’s “listType” is one of: {{offered}}.',
    'Este texto tiene una lista de la clase «{{kind}}». El «listType» de una lista es uno de estos: {{offered}}.',
  ],
  [
    'This text holds a “{{type}}” block. Use headings, paragraphs, lists, links and tables only; a block’s “type” is one of: {{offered}}.',
    'Este texto tiene un bloque «{{type}}». Use solo títulos, párrafos, listas, enlaces y tablas; el «type» de un bloque es uno de estos: {{offered}}.',
  ],
  [
    'This text is nested more than {{most}} levels deep. Make its lists and tables simpler.',
    'Este texto tiene más de {{most}} niveles. Simplifique sus listas y tablas.',
  ],
  [
    'This text is not in the editor’s form. Expected { "root": { "children": […] } }; write it in the admin panel or send that form.',
    'Este texto no tiene la forma del editor. Se esperaba { "root": { "children": […] } }; escríbalo en el panel o envíelo en esa forma.',
  ],
  [
    'This text is damaged: “children” must be a list of blocks, such as { "type": "paragraph", "children": […] }.',
    'Este texto está dañado: «children» debe ser una lista de bloques, como { "type": "paragraph", "children": […] }.',
  ],
  [
    'This text is damaged: it holds something that is not a block. A block is an object such as { "type": "paragraph", "children": […] }.',
    'Este texto está dañado: contiene algo que no es un bloque. Un bloque es un objeto como { "type": "paragraph", "children": […] }.',
  ],
  [
    'The link to “{{url}}” leads nowhere. Write a full address that begins with {{protocols}}, such as {{example}}, or choose a document for a link inside the roadmap, from {{types}}.',
    'El enlace a «{{url}}» no lleva a ninguna parte. Escriba una dirección completa que empiece por {{protocols}}, como {{example}}, o elija, para un enlace dentro del mapa, un documento de {{types}}.',
    { protocols: either, types: either },
  ],
  [
    '{{value}} cannot be an address. Use lower-case letters without accents, digits and single hyphens, at most 100 characters: {{example}}.',
    '{{value}} no puede ser una dirección. Use minúsculas sin acentos, cifras y guiones sueltos, como máximo 100 caracteres: {{example}}.',
  ],
  [
    '{{value}} is not a phone number. Write ten digits, such as 877-777-4778, or a foreign number with + and the country code.',
    '{{value}} no es un número de teléfono. Escriba diez cifras, como 877-777-4778, o un número extranjero con + y el código del país.',
  ],
  [
    '{{value}} is not a web address. Write it in full, such as https://www.irs.gov/payments: with https:// or http://, a host with a dot in it, and no user name.',
    '{{value}} no es una dirección web. Escríbala completa, como https://www.irs.gov/payments: con https:// o http://, un servidor con punto y sin nombre de usuario.',
  ],
  [
    '{{value}} is not an e-mail address. Write it as name@example.org.',
    '{{value}} no es una dirección de correo. Escríbala como nombre@example.org.',
  ],
  [
    '{{value}} is not a notice code. Write it as printed: letters, then a number, such as CP14, LT11 or Letter 226-J; spaces and hyphens are fine, at most 40 characters.',
    '{{value}} no es el código de un aviso. Escríbalo como está impreso: letras y luego un número, como CP14, LT11 o Letter 226-J; puede llevar espacios y guiones, como máximo 40 caracteres.',
  ],
  [
    '{{value}} is not a revision. Write the year, or year and month: 2024-11.',
    '{{value}} no es una revisión. Escriba el año, o el año y el mes: 2024-11.',
  ],
  [
    '{{value}} is not a colour. Write # and six digits or letters a to f, such as #005ea2.',
    '{{value}} no es un color. Escriba # y seis cifras o letras de la a a la f, como #005ea2.',
  ],
  [
    '{{value}} is not a date. Write it as 2026-11-22, or with a time as 2026-11-22T14:30:00Z.',
    '{{value}} no es una fecha. Escríbala como 2026-11-22, o con la hora como 2026-11-22T14:30:00Z.',
  ],
  [
    '{{value}} is not offered here. Choose one of: {{offered}}.',
    '{{value}} no se ofrece aquí. Elija entre: {{offered}}.',
  ],
  [
    'A deadline is a whole number from {{least}} to {{most}}, not {{value}}. Leave it empty if it is not known.',
    'Un plazo es un número entero del {{least}} al {{most}}, no {{value}}. Déjelo vacío si no se conoce.',
  ],
  [
    'Say what the {{count}} counts: calendar days, business days, months or years (“unit” is one of: {{units}}).',
    'Diga qué cuenta el {{count}}: días corridos, días hábiles, meses o años («unit» es uno de estos: {{units}}).',
  ],
  [
    'Expected a number of at least {{least}}, found {{value}}.',
    'Se esperaba un número, como mínimo {{least}}; se encontró {{value}}.',
  ],
  [
    'Expected a number of at most {{most}}, found {{value}}.',
    'Se esperaba un número, como máximo {{most}}; se encontró {{value}}.',
  ],
  [
    'Expected a number from {{least}} to {{most}}, found {{value}}.',
    'Se esperaba un número del {{least}} al {{most}}; se encontró {{value}}.',
  ],
  ['Expected a number, found {{value}}.', 'Se esperaba un número; se encontró {{value}}.'],
  [
    'Expected true or false, found {{value}}.',
    'Se esperaba verdadero o falso (true o false); se encontró {{value}}.',
  ],
  ['Expected text, found {{value}}.', 'Se esperaba un texto; se encontró {{value}}.'],
  [
    'Expected the id of a document in {{types}}, found {{value}}.',
    'Se esperaba el id de un documento de {{types}}; se encontró {{value}}.',
    { types: either },
  ],
  [
    'Expected a list of ids of documents in {{types}}, found {{value}}.',
    'Se esperaba una lista de ids de documentos de {{types}}; se encontró {{value}}.',
    { types: either },
  ],
  [
    'Expected a list of rows with the fields {{names}}, found {{value}}.',
    'Se esperaba una lista de filas con los campos {{names}}; se encontró {{value}}.',
  ],
  [
    'Expected a list of choices among {{offered}}, found {{value}}.',
    'Se esperaba una lista de opciones entre {{offered}}; se encontró {{value}}.',
  ],
  [
    'Expected a list of texts, found {{value}}.',
    'Se esperaba una lista de textos; se encontró {{value}}.',
  ],
  [
    'Expected a row of fields ({{names}}), found {{value}}.',
    'Se esperaba una fila de campos ({{names}}); se encontró {{value}}.',
  ],
  [
    'Expected a group of the fields {{names}}, found {{value}}.',
    'Se esperaba un grupo de los campos {{names}}; se encontró {{value}}.',
  ],
  [
    'This names a document that does not exist, perhaps because it was deleted. Choose another, by an id that is in {{type}}.',
    'Esto nombra un documento que no existe, quizá porque se eliminó. Elija otro, por un id que esté en {{type}}.',
  ],
  [
    '{{value}} already belongs to another document. Choose another, or edit that document.',
    '{{value}} ya pertenece a otro documento. Elija otro valor o edite ese documento.',
  ],
  [
    'A station cannot lead to itself. Choose another station, or remove the connection.',
    'Una estación no puede llevar a sí misma. Elija otra estación o quite la conexión.',
  ],
  [
    'Connection {{one}} leads to the same station as connection {{other}}. Keep one and put both conditions into it.',
    'La conexión {{one}} lleva a la misma estación que la {{other}}. Conserve una y ponga en ella las dos condiciones.',
  ],
  [
    'Connections must be a list of rows, each with “to”: the id of a station.',
    'Las conexiones son una lista de filas, cada una con «to»: el id de una estación.',
  ],
  [
    'This text has half of a character in it. Delete the odd sign and type it again.',
    'Este texto tiene medio carácter. Borre el signo extraño y escríbalo de nuevo.',
  ],
  [
    'This text has a null character in it, which nobody sees and which cannot be kept. Type it again.',
    'Este texto tiene un carácter nulo, que nadie ve y que no se puede guardar. Escríbalo de nuevo.',
  ],
  [
    'Only a machine can have an API key, and this account is a person. Make an account of kind machine for it.',
    'Solo una máquina puede tener una clave de API, y esta cuenta es de una persona. Cree para ella una cuenta de tipo máquina.',
  ],
  [
    'There is no file in this request. Send it as multipart/form-data, in a part named file.',
    'No hay ningún archivo en esta solicitud. Envíelo como multipart/form-data, en una parte llamada file.',
  ],
  [
    'There is nothing to save in this request. Send an object of fields and their values.',
    'En esta solicitud no hay nada que guardar. Envíe un objeto con los campos y sus valores.',
  ],
  [
    'Send a whole file of one of the kinds {{kinds}}.',
    'Envíe un archivo completo de uno de estos tipos: {{kinds}}.',
  ],
]

/** What is wrong with the address of a receiver of webhooks. What is accepted follows as a sentence of its own. */
export const receivers: readonly Saying[] = [
  [
    '{{value}} is no whole web address of at most {{most}} characters.',
    '{{value}} no es una dirección web completa de {{most}} caracteres como máximo.',
  ],
  [
    '{{value}} begins with {{protocol}}, which is not called.',
    '{{value}} empieza con {{protocol}}, que no se llama.',
  ],
  [
    '{{value}} has a user name or a password in it.',
    '{{value}} contiene un nombre de usuario o una contraseña.',
  ],
  [
    '{{value}} leads to {{host}}, a number instead of a name.',
    '{{value}} lleva a {{host}}, un número en lugar de un nombre.',
  ],
  [
    '{{value}} names {{host}}, which is never on the public internet.',
    '{{value}} nombra {{host}}, que nunca está en la internet pública.',
  ],
  [
    '{{value}} has port {{port}}, on which no receiver is called.',
    '{{value}} tiene el puerto {{port}}, en el que no se llama a ningún receptor.',
  ],
  [
    'Write https:// or http:// with a name on the public internet, without a user name, on port 80, 443, 8080 or 8443, such as https://builder.example.com/hook.',
    'Escriba https:// o http:// con un nombre de la internet pública, sin nombre de usuario, en el puerto 80, 443, 8080 u 8443, como https://builder.example.com/hook.',
  ],
]
