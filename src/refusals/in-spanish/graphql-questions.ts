import { inSpanishBy, type Saying } from '../sayings.ts'
import { graphqlValues } from './graphql-values.ts'

const valueInSpanish = inSpanishBy(graphqlValues)

/** What is wrong inside a variable is a sentence of its own. */
const problem = (part: string) => valueInSpanish(part) ?? part

const operations: Record<string, string> = { query: 'consulta', mutation: 'mutación' }

/** What GraphQL itself says of a question that does not fit the schema, or cannot be read. */
export const graphqlQuestions: readonly Saying[] = [
  [
    'Syntax Error: Expected {{expected}}, found {{found}}.',
    'Error de sintaxis: se esperaba {{expected}}, se encontró {{found}}.',
  ],
  ['Syntax Error: Unexpected {{found}}.', 'Error de sintaxis: no se esperaba {{found}}.'],
  ['Syntax Error: {{problem}}', 'Error de sintaxis: {{problem}}'],
  [
    'Cannot query field "{{field}}" on type "{{type}}".',
    'El tipo "{{type}}" no tiene ningún campo "{{field}}".',
  ],
  [
    'Unknown argument "{{name}}" on field "{{field}}".',
    'El campo "{{field}}" no tiene ningún argumento "{{name}}".',
  ],
  [
    'Unknown argument "{{name}}" on directive "{{directive}}".',
    'La directiva "{{directive}}" no tiene ningún argumento "{{name}}".',
  ],
  ['Unknown directive "{{name}}".', 'No hay ninguna directiva "{{name}}".'],
  [
    'Directive "{{name}}" may not be used on {{place}}.',
    'La directiva "{{name}}" no se puede usar en {{place}}.',
  ],
  ['Unknown fragment "{{name}}".', 'No hay ningún fragmento "{{name}}".'],
  ['Unknown type "{{name}}".', 'No hay ningún tipo "{{name}}".'],
  ['Unknown operation named "{{name}}".', 'No hay ninguna operación llamada "{{name}}".'],
  ['The {{name}} definition is not executable.', 'La definición {{name}} no se puede ejecutar.'],
  [
    'This anonymous operation must be the only defined operation.',
    'Esta operación sin nombre tiene que ser la única.',
  ],
  [
    'Must provide operation name if query contains multiple operations.',
    'Si hay varias operaciones, diga con operationName cuál se ejecuta.',
  ],
  ['Must provide an operation.', 'Falta una operación.'],
  ['Maximum introspection depth exceeded', 'La pregunta sobre el esquema tiene demasiados niveles'],
  [
    'Cannot spread fragment "{{name}}" within itself via {{path}}.',
    'El fragmento "{{name}}" no se puede usar dentro de sí mismo, por medio de {{path}}.',
  ],
  [
    'Cannot spread fragment "{{name}}" within itself.',
    'El fragmento "{{name}}" no se puede usar dentro de sí mismo.',
  ],
  ['Fragment "{{name}}" is never used.', 'El fragmento "{{name}}" no se usa.'],
  [
    'Fragment cannot condition on non composite type "{{type}}".',
    'Un fragmento no puede ser del tipo "{{type}}", que no tiene campos.',
  ],
  [
    'Fragment "{{name}}" cannot condition on non composite type "{{type}}".',
    'El fragmento "{{name}}" no puede ser del tipo "{{type}}", que no tiene campos.',
  ],
  [
    'Fragment cannot be spread here as objects of type "{{parent}}" can never be of type "{{type}}".',
    'Aquí no se puede usar este fragmento: los objetos del tipo "{{parent}}" nunca son del tipo "{{type}}".',
  ],
  [
    'Fragment "{{name}}" cannot be spread here as objects of type "{{parent}}" can never be of type "{{type}}".',
    'Aquí no se puede usar el fragmento "{{name}}": los objetos del tipo "{{parent}}" nunca son del tipo "{{type}}".',
  ],
  [
    'Fields "{{name}}" conflict because {{reason}}. Use different aliases on the fields to fetch both if this was intentional.',
    'Los campos "{{name}}" chocan ({{reason}}). Si quiere los dos, dé a cada uno un alias distinto.',
  ],
  [
    'Field "{{field}}" argument "{{name}}" of type "{{type}}" is required, but it was not provided.',
    'Al campo "{{field}}" le falta el argumento "{{name}}", del tipo "{{type}}".',
  ],
  [
    'Directive "{{directive}}" argument "{{name}}" of type "{{type}}" is required, but it was not provided.',
    'A la directiva "{{directive}}" le falta el argumento "{{name}}", del tipo "{{type}}".',
  ],
  [
    'Field "{{field}}" must not have a selection since type "{{type}}" has no subfields.',
    'Dentro del campo "{{field}}" no se pide nada, porque el tipo "{{type}}" no tiene campos.',
  ],
  [
    'Field "{{field}}" of type "{{type}}" must have a selection of subfields. Did you mean "{{example}}"?',
    'Diga qué campos se piden de "{{field}}", que es del tipo "{{type}}": "{{example}}".',
  ],
  [
    'Field "{{field}}" of type "{{type}}" must have at least one field selected.',
    'Diga al menos un campo que se pide de "{{field}}", que es del tipo "{{type}}".',
  ],
  [
    'There can be only one argument named "{{name}}".',
    'Solo puede haber un argumento llamado "{{name}}".',
  ],
  [
    'There can be only one fragment named "{{name}}".',
    'Solo puede haber un fragmento llamado "{{name}}".',
  ],
  [
    'There can be only one input field named "{{name}}".',
    'Solo puede haber un campo de entrada llamado "{{name}}".',
  ],
  [
    'There can be only one operation named "{{name}}".',
    'Solo puede haber una operación llamada "{{name}}".',
  ],
  [
    'There can be only one variable named "{{name}}".',
    'Solo puede haber una variable llamada "{{name}}".',
  ],
  [
    'The directive "{{name}}" can only be used once at this location.',
    'La directiva "{{name}}" solo se puede usar una vez en este lugar.',
  ],
  ['Variable "{{name}}" is not defined.', 'La variable "{{name}}" no está definida.'],
  [
    'Variable "{{name}}" is not defined by operation "{{operation}}".',
    'La operación "{{operation}}" no define la variable "{{name}}".',
  ],
  ['Variable "{{name}}" is never used.', 'La variable "{{name}}" no se usa.'],
  [
    'Variable "{{name}}" is never used in operation "{{operation}}".',
    'La operación "{{operation}}" no usa la variable "{{name}}".',
  ],
  [
    'Variable "{{name}}" cannot be non-input type "{{type}}".',
    'La variable "{{name}}" no puede ser del tipo "{{type}}", que no es de entrada.',
  ],
  [
    'Variable "{{name}}" of type "{{type}}" used in position expecting type "{{expected}}".',
    'La variable "{{name}}" es del tipo "{{type}}", y donde se usa se espera "{{expected}}".',
  ],
  [
    'Variable "{{name}}" of required type "{{type}}" was not provided.',
    'Falta la variable "{{name}}", del tipo "{{type}}".',
  ],
  [
    'Variable "{{name}}" of non-null type "{{type}}" must not be null.',
    'La variable "{{name}}", del tipo "{{type}}", no puede ser null.',
  ],
  [
    'Variable "{{name}}" got invalid value {{value}}; {{problem}}',
    'La variable "{{name}}" tiene un valor que no vale, {{value}}: {{problem}}',
    { problem },
  ],
  [
    'Variable "{{name}}" got invalid value {{value}} at "{{path}}"; {{problem}}',
    'La variable "{{name}}" tiene en "{{path}}" un valor que no vale, {{value}}: {{problem}}',
    { problem },
  ],
  [
    'Argument "{{name}}" of required type "{{type}}" was not provided.',
    'Falta el argumento "{{name}}", del tipo "{{type}}".',
  ],
  [
    'Argument "{{name}}" of required type "{{type}}" was provided the variable "{{variable}}" which was not provided a runtime value.',
    'El argumento "{{name}}", del tipo "{{type}}", espera la variable "{{variable}}", que no tiene valor.',
  ],
  [
    'Argument "{{name}}" of non-null type "{{type}}" must not be null.',
    'El argumento "{{name}}", del tipo "{{type}}", no puede ser null.',
  ],
  [
    'Argument "{{name}}" has invalid value {{value}}.',
    'El argumento "{{name}}" tiene un valor que no vale: {{value}}.',
  ],
  [
    'Too many errors processing variables, error limit reached. Execution aborted.',
    'Hay demasiados errores en las variables. No se ejecutó nada.',
  ],
  [
    'Schema is not configured to execute {{operation}} operation.',
    'El esquema no tiene ninguna operación {{operation}}.',
    { operation: (part) => operations[part] ?? part },
  ],
]
