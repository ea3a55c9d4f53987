import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { panelWords } from '../../panel-words.ts'
import type { Saying } from '../sayings.ts'

/** What Payload says when it refuses. Its own Spanish speaks to people as friends, so most of it is worded here. */
const inOurWords: readonly Saying[] = [
  ['Route not found "{{path}}"', 'En la dirección "{{path}}" no hay nada'],
  ['Not Found', 'No se encontró'],
  ['Something went wrong.', 'Algo falló.'],
  ['The requested resource was not found.', 'No se encontró lo que se pidió.'],
  ['You are not allowed to perform this action.', 'Usted no puede hacer esto.'],
  ['You are not allowed to access this page.', 'Usted no puede entrar en esta página.'],
  [
    'Unauthorized, you must be logged in to make this request.',
    'Nadie ha iniciado sesión, y esto necesita a alguien. Inicie sesión primero.',
  ],
  ['The following field is invalid: {{fields}}', 'Este campo no vale: {{fields}}'],
  ['The following fields are invalid: {{fields}}', 'Estos campos no valen: {{fields}}'],
  [
    'Unable to update {{count}} out of {{total}} {{label}}.',
    'No se pudieron cambiar {{count}} de {{total}} {{label}}.',
  ],
  [
    'Unable to delete {{count}} out of {{total}} {{label}}.',
    'No se pudieron eliminar {{count}} de {{total}} {{label}}.',
  ],
  [
    'The following path cannot be queried: {{paths}} Name a field of the documents, such as title, slug, code or updatedAt; /openapi.json lists those of each content type.',
    'No se puede preguntar por este campo: {{paths}}. Nombre un campo de los documentos, como title, slug, code o updatedAt; /openapi.json da los de cada tipo de contenido.',
  ],
  [
    'The following paths cannot be queried: {{paths}} Name a field of the documents, such as title, slug, code or updatedAt; /openapi.json lists those of each content type.',
    'No se puede preguntar por estos campos: {{paths}}. Nombre un campo de los documentos, como title, slug, code o updatedAt; /openapi.json da los de cada tipo de contenido.',
  ],
  ['Invalid JSON', 'El cuerpo no es JSON válido'],
  ['field must be specified', 'Falta «field»: el campo'],
  [
    'Field {{field}} was not found in the collection {{collection}}',
    'En {{collection}} no hay ningún campo {{field}}',
  ],
  [
    'Collection {{collection}} has disabled bulk edit',
    'En {{collection}} no se cambian varios documentos a la vez',
  ],
  [
    'Collection {{collection}} has disabled bulk delete',
    'En {{collection}} no se eliminan varios documentos a la vez',
  ],
  ["Missing 'where' query of documents to update.", 'Falta «where»: qué documentos se cambian.'],
  ["Missing 'where' query of documents to delete.", 'Falta «where»: qué documentos se eliminan.'],
  ['Missing ID of document to update.', 'Falta el id del documento que se cambia.'],
  ['Missing ID of version to restore.', 'Falta el id de la versión que se restaura.'],
  ['Missing ID of version.', 'Falta el id de la versión.'],

  ['No User', 'Nadie ha iniciado sesión'],
  ['Incorrect collection', 'Esta sesión es de otro tipo de cuenta'],
  ['Missing email.', 'Falta la dirección de correo.'],
  ['Missing required data.', 'Falta un dato obligatorio.'],
  [
    'Token is either invalid or has expired.',
    'El token no vale o ya terminó. Pida otro enlace para una contraseña nueva.',
  ],
  ['Logout failed.', 'No se pudo cerrar la sesión.'],
  [
    'A user with the given email is already registered.',
    'Ya hay una cuenta con esta dirección de correo.',
  ],

  ['No files were uploaded.', 'No se envió ningún archivo.'],
  ['There was a problem while uploading the file.', 'Hubo un problema al subir el archivo.'],
  ['There was an error deleting file.', 'Hubo un error al eliminar el archivo.'],
  ['Invalid filename', 'El nombre del archivo no vale'],
  ['Invalid filename.', 'El nombre del archivo no vale.'],
  ['Invalid file url', 'La dirección del archivo no vale'],
  [
    'Invalid file type: {{type}} Send a whole file of one of the kinds {{kinds}}.',
    'Este tipo de archivo no se acepta: {{type}}. Envíe un archivo completo de uno de estos tipos: {{kinds}}.',
  ],
  [
    'Invalid file type Send a whole file of one of the kinds {{kinds}}.',
    'Este tipo de archivo no se acepta. Envíe un archivo completo de uno de estos tipos: {{kinds}}.',
  ],
  ['Invalid file type: {{type}}', 'Este tipo de archivo no se acepta: {{type}}'],
  ['Invalid file type', 'Este tipo de archivo no se acepta'],
  ['Invalid MIME type: {{type}}.', 'Este tipo de archivo no se acepta: {{type}}.'],
  [
    'File type {{type}} (from extension {{extension}}) is not allowed.',
    'El tipo de archivo {{type}} (por su terminación {{extension}}) no se acepta.',
  ],
  ['Invalid or corrupted PDF file.', 'El archivo PDF no vale o está dañado.'],
  ['Invalid PDF file.', 'El archivo PDF no vale.'],
  [
    'Invalid or corrupted ISO base media file.',
    'El archivo de vídeo o audio no vale o está dañado.',
  ],
  [
    'SVG file contains potentially harmful content.',
    'El archivo SVG contiene algo que podría hacer daño.',
  ],
  [
    'File size limit has been reached A file has at most {{most}} MB here.',
    'El archivo es demasiado grande. Aquí un archivo tiene como máximo {{most}} MB.',
  ],
  [
    'Multipart limit has been reached A file has at most {{most}} MB here.',
    'El formulario tiene demasiadas partes. Aquí un archivo tiene como máximo {{most}} MB.',
  ],
  [
    'Multipart request size limit has been reached A file has at most {{most}} MB here.',
    'El formulario es demasiado grande. Aquí un archivo tiene como máximo {{most}} MB.',
  ],

  ['This field is required.', 'Este campo es obligatorio.'],
  ['Please enter a valid number.', 'Escriba un número.'],
  ['This field has an invalid input.', 'Lo que hay en este campo no vale.'],
  ['This field has an invalid selection.', 'Lo que se eligió en este campo no vale.'],
  [
    'This field has the following invalid selections: {{selections}}',
    'En este campo se eligió algo que no vale: {{selections}}',
  ],
  ['"{{value}}" is not a valid date.', '«{{value}}» no es una fecha.'],
  [
    'This field can only be equal to true or false.',
    'Este campo solo puede ser verdadero o falso (true o false).',
  ],
  [
    '{{value}} is greater than the max allowed {{label}} of {{max}}.',
    '{{value}} es más que {{max}}, el máximo.',
  ],
  [
    '{{value}} is less than the min allowed {{label}} of {{min}}.',
    '{{value}} es menos que {{min}}, el mínimo.',
  ],
  [
    'This value must be shorter than the max length of {{most}} characters.',
    'Este texto tiene como máximo {{most}} caracteres.',
  ],
  [
    'This value must be longer than the minimum length of {{least}} characters.',
    'Este texto tiene como mínimo {{least}} caracteres.',
  ],
  [
    'This field requires at least {{count}} {{label}}.',
    'En este campo hacen falta al menos {{count}} {{label}}.',
  ],
  [
    'This field requires no more than {{count}} {{label}}.',
    'En este campo caben como máximo {{count}} {{label}}.',
  ],
  ['Value must be unique', 'Este valor ya lo tiene otro documento'],
  ['Passwords do not match.', 'Las contraseñas no coinciden.'],
]

/** What a shape of zod says where we have no words of our own. */
const ofShapes: readonly Saying[] = [
  ['Invalid input', 'Este valor no vale'],
  [
    'Invalid input: expected {{expected}}, received {{received}}',
    'Este valor no vale: se esperaba {{expected}}, se recibió {{received}}',
  ],
  [
    'Too small: expected {{what}} to have {{limit}} {{unit}}',
    'Este valor es demasiado corto: se esperaban {{limit}} {{unit}}',
    { unit: unitOf },
  ],
  [
    'Too big: expected {{what}} to have {{limit}} {{unit}}',
    'Este valor es demasiado largo: se esperaban {{limit}} {{unit}}',
    { unit: unitOf },
  ],
  ['Unrecognized key: {{key}}', 'Aquí sobra {{key}}'],
  ['Unrecognized keys: {{keys}}', 'Aquí sobran {{keys}}'],
]

function unitOf(part: string): string {
  return part === 'characters' ? 'caracteres' : part === 'items' ? 'elementos' : part
}

/** What Payload's dictionaries have besides, in both languages under the same key. */
function fromDictionaries(): Saying[] {
  const english = { ...en.translations.error, ...en.translations.validation }
  const spanish: Record<string, string> = {
    ...es.translations.error,
    ...es.translations.validation,
  }
  const ours = [
    [panelWords.en.error, panelWords.es.error],
    [panelWords.en.validation, panelWords.es.validation],
  ].flatMap(([one, other]) => paired(one!, other!))
  return [...ours, ...paired(english, spanish)]
}

function paired(english: Record<string, string>, spanish: Record<string, string>): Saying[] {
  return Object.entries(english).flatMap(([key, text]): Saying[] => {
    const said = spanish[key]
    return said === undefined ? [] : [[text, said]]
  })
}

export const ofPayload: readonly Saying[] = [...inOurWords, ...ofShapes, ...fromDictionaries()]
