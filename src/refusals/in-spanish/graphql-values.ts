import type { Saying } from '../sayings.ts'

/** What GraphQL itself says of a value that does not fit its type, with what it guesses was meant. */
export const graphqlValues: readonly Saying[] = [
  ...choices('non-enum', 'que se escribe sin comillas'),
  ...choices('non-string', 'que no es texto'),
  ['Did you mean {{names}}?', '¿Quiso decir {{names}}?', { names: suggested }],
  [
    'Field "{{field}}" of required type "{{type}}" was not provided.',
    'Falta el campo "{{field}}", del tipo "{{type}}".',
  ],
  [
    'Field "{{field}}" is not defined by type "{{type}}".',
    'El tipo "{{type}}" no tiene ningún campo "{{field}}".',
  ],
  [
    'Expected value of type "{{type}}", found {{value}}.',
    'Se esperaba un valor del tipo "{{type}}"; se encontró {{value}}.',
  ],
  [
    'Expected value of type "{{type}}", found {{value}}; {{problem}}',
    'Se esperaba un valor del tipo "{{type}}"; se encontró {{value}}; {{problem}}',
  ],
  [
    'Expected non-nullable type "{{type}}" not to be null.',
    'Un valor del tipo "{{type}}" no puede ser null.',
  ],
  [
    'Expected type "{{type}}" to be an object.',
    'Un valor del tipo "{{type}}" tiene que ser un objeto.',
  ],
  [
    'Int cannot represent non-integer value: {{value}}',
    'Int no puede ser un valor que no es entero: {{value}}',
  ],
  [
    'Int cannot represent non 32-bit signed integer value: {{value}}',
    'Int no puede ser un entero de más de 32 bits: {{value}}',
  ],
  [
    'Float cannot represent non numeric value: {{value}}',
    'Float no puede ser un valor que no es un número: {{value}}',
  ],
  [
    'String cannot represent a non string value: {{value}}',
    'String no puede ser un valor que no es texto: {{value}}',
  ],
  [
    'Boolean cannot represent a non boolean value: {{value}}',
    'Boolean no puede ser un valor que no es true o false: {{value}}',
  ],
  ['ID cannot represent value: {{value}}', 'ID no puede ser {{value}}'],
  [
    'ID cannot represent a non-string and non-integer value: {{value}}',
    'ID no puede ser un valor que no es texto ni entero: {{value}}',
  ],
  [
    'Enum "{{type}}" cannot represent non-string value: {{value}}.',
    '"{{type}}" no puede ser un valor que no es texto: {{value}}.',
  ],
  [
    'Enum "{{type}}" cannot represent non-enum value: {{value}}.',
    '"{{type}}" no puede ser {{value}}, que se escribe sin comillas.',
  ],
  [
    'Value "{{value}}" does not exist in "{{type}}" enum.',
    '"{{value}}" no es ningún valor de "{{type}}".',
  ],
  ['Choose one of: {{names}}.', 'Elija entre: {{names}}.'],
]

/** What an enum does not have, with what was meant and what there is: a value of it may hold anything. */
function choices(kind: string, problem: string): Saying[] {
  const english = `Enum "{{type}}" cannot represent ${kind} value: {{value}}.`
  const spanish = `"{{type}}" no puede ser {{value}}, ${problem}.`
  return [
    [
      `${english} Did you mean {{names}}? Choose one of: {{known}}.`,
      `${spanish} ¿Quiso decir {{names}}? Elija entre: {{known}}.`,
      { names: suggested },
    ],
    [`${english} Choose one of: {{known}}.`, `${spanish} Elija entre: {{known}}.`],
  ]
}

function suggested(part: string): string {
  return part
    .replaceAll(', or ', ' o ')
    .replaceAll(' or ', ' o ')
    .replace(/^the enum value /, 'el valor ')
    .replace(/^to use an inline fragment on /, 'usar un fragmento de ')
}
