import type { Saying } from '../sayings.ts'

const numbers: Record<string, string> = {
  'a Social Security number': 'un número de Seguro Social',
  'an employer number': 'un número de empleador',
  'a Social Security or employer number': 'un número de Seguro Social o de empleador',
}

/** What a text lacks before it can be public. */
export const requirements: readonly Saying[] = [
  [
    'This is empty in the main language ({{language}}). Fill it there.',
    'Está vacío en el idioma principal ({{language}}). Complételo en ese idioma.',
  ],
  ['This is empty. Fill it.', 'Está vacío. Complételo.'],
  [
    'There is a heading without text here. Write the heading, or remove the line.',
    'Aquí hay un título sin texto. Escríbalo o quite la línea.',
  ],
  [
    'Something here looks like {{number}}. Take it out; show the form of a number with letters, such as XXX-XX-XXXX.',
    'Algo aquí parece {{number}}. Quítelo; muestre la forma de un número con letras, como XXX-XX-XXXX.',
    { number: (part) => numbers[part] ?? part },
  ],
  [
    '“{{host}}” is not a place readers can reach. Link to the document itself, or to a public address.',
    '«{{host}}» no es un lugar al que los lectores lleguen. Enlace al documento mismo o a una dirección pública.',
  ],
  [
    'There are {{there}} here, and at most {{most}} fit. Take some out.',
    'Aquí hay {{there}}, y caben como máximo {{most}}. Quite algunos.',
  ],
  [
    'There are {{there}} here, and at least {{least}} are needed. Add some.',
    'Aquí hay {{there}}, y se necesitan al menos {{least}}. Añada algunos.',
  ],
  [
    'This has {{there}} characters; at most {{most}} fit. Shorten it.',
    'Tiene {{there}} caracteres; caben como máximo {{most}}. Acórtelo.',
  ],
  [
    'This has {{there}} characters; at least {{least}} are needed.',
    'Tiene {{there}} caracteres; se necesitan al menos {{least}}.',
  ],
  ['{{value}} is more than {{most}}, the most.', '{{value}} es más que {{most}}, el máximo.'],
  ['{{value}} is less than {{least}}, the least.', '{{value}} es menos que {{least}}, el mínimo.'],
]
