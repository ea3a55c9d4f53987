/*
 * What is wrong with a value is worded once, in English, beside the check that finds it. Whoever works in
 * the Spanish panel is told in Spanish. What is not listed stays as it is.
 */

/** What is wrong with a value and what is accepted, in Spanish, or in English where there is none. */
export function problemInSpanish(message: string): string {
  for (const [form, spanish] of problems) {
    const match = form.exec(message)
    if (match) return spanish(...match.slice(1).map((part) => part ?? ''))
  }
  return message
}

const problems: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    /^This text holds a heading of level “(.*)”\. .* one of: (.+)\.$/s,
    (level, offered) =>
      `Este texto tiene un título de nivel «${level}». El «tag» de un título es uno de estos: ${offered}.`,
  ],
  [
    /^This text holds a list of the kind “(.*)”\. .* one of: (.+)\.$/s,
    (kind, offered) =>
      `Este texto tiene una lista de la clase «${kind}». El «listType» de una lista es uno de estos: ${offered}.`,
  ],
  [
    /^This text holds a “(.*)” block\. .* one of: (.+)\.$/s,
    (type, offered) =>
      `Este texto tiene un bloque «${type}». Use solo títulos, párrafos, listas, enlaces y tablas; el «type» de un bloque es uno de estos: ${offered}.`,
  ],
  [
    /^This text is nested more than (\d+) levels deep/,
    (most) => `Este texto tiene más de ${most} niveles. Simplifique sus listas y tablas.`,
  ],
  [
    /^This text is not in the editor’s form\. Expected (.+); write/s,
    (form) =>
      `Este texto no tiene la forma del editor. Se esperaba ${form}; escríbalo en el panel o envíelo en esa forma.`,
  ],
  [
    /^This text is damaged: .* such as (.+)\.$/s,
    (form) => `Este texto está dañado. Se esperaba una lista de bloques como ${form}.`,
  ],
  [
    /^The link to “(.*)” leads nowhere\. .* begins with (.+) or (\S+), such as (\S+), or .* from (.+) or (\S+)\.$/s,
    (url, protocols, protocol, example, types, type) =>
      `El enlace a «${url}» no lleva a ninguna parte. Escriba una dirección completa que empiece por ${protocols} o ${protocol}, como ${example}, o elija un documento de ${types} o ${type}.`,
  ],
  [
    /^(“.*”) cannot be an address\. .*: (\S+)\.$/s,
    (value, example) =>
      `${value} no puede ser una dirección. Use minúsculas sin acentos, cifras y guiones sueltos, como máximo 100 caracteres: ${example}.`,
  ],
  [
    /^(“.*”) is not a phone number\./s,
    (value) =>
      `${value} no es un número de teléfono. Escriba diez cifras, como 877-777-4778, o un número extranjero con + y el código del país.`,
  ],
  [
    /^(“.*”) is not a web address\./s,
    (value) =>
      `${value} no es una dirección web. Escríbala completa, como https://www.irs.gov/payments: con https:// o http://, un servidor con punto y sin nombre de usuario.`,
  ],
  [
    /^(“.*”) is not an e-mail address\./s,
    (value) => `${value} no es una dirección de correo. Escríbala como nombre@example.org.`,
  ],
  [
    /^(“.*”) is not a notice code\./s,
    (value) =>
      `${value} no es el código de un aviso. Escríbalo como está impreso: letras y luego un número, como CP14, LT11 o Letter 226-J; puede llevar espacios y guiones, como máximo 40 caracteres.`,
  ],
  [
    /^(“.*”) is not a revision\./s,
    (value) => `${value} no es una revisión. Escriba el año, o el año y el mes: 2024 o 2024-11.`,
  ],
  [
    /^(“.*”) is not a colour\./s,
    (value) =>
      `${value} no es un color. Escriba # y seis cifras o letras de la a a la f, como #005ea2.`,
  ],
  [
    /^(“.*”) is not a date\./s,
    (value) =>
      `${value} no es una fecha. Escríbala como 2026-11-22, o con la hora como 2026-11-22T14:30:00Z.`,
  ],
  [
    /^(“.*”) is not offered here\. Choose one of: (.+)\.$/s,
    (value, offered) => `${value} no se ofrece aquí. Elija entre: ${offered}.`,
  ],
  [
    /^A deadline is a whole number from (\d+) to (\d+), not (“.*”)\./s,
    (least, most, value) =>
      `Un plazo es un número entero del ${least} al ${most}, no ${value}. Déjelo vacío si no se conoce.`,
  ],
  [
    /^Say what the (.+) counts: .* \(“unit” is one of: (.+)\)\.$/s,
    (count, units) =>
      `Diga qué cuenta el ${count}: días corridos, días hábiles, meses o años («unit» es uno de estos: ${units}).`,
  ],
  [
    /^Expected a number of at least (\S+), found (“.*”)\.$/s,
    (least, value) => `Se esperaba un número, como mínimo ${least}; se encontró ${value}.`,
  ],
  [
    /^Expected a number from (\S+) to (\S+), found (“.*”)\.$/s,
    (least, most, value) => `Se esperaba un número del ${least} al ${most}; se encontró ${value}.`,
  ],
  [
    /^Expected a number.*, found (“.*”)\.$/s,
    (value) => `Se esperaba un número; se encontró ${value}.`,
  ],
  [
    /^Expected true or false, found (“.*”)\.$/s,
    (value) => `Se esperaba verdadero o falso (true o false); se encontró ${value}.`,
  ],
  [/^Expected text, found (“.*”)\.$/s, (value) => `Se esperaba un texto; se encontró ${value}.`],
  [
    /^Expected the id of a document in (.+?), found (“.*”)\.$/s,
    (types, value) => `Se esperaba el id de un documento de ${types}; se encontró ${value}.`,
  ],
  [
    /^Expected a list of ids of documents in (.+?), found (“.*”)\.$/s,
    (types, value) =>
      `Se esperaba una lista de ids de documentos de ${types}; se encontró ${value}.`,
  ],
  [
    /^Expected a list of rows with the fields (.+?), found (“.*”)\.$/s,
    (names, value) =>
      `Se esperaba una lista de filas con los campos ${names}; se encontró ${value}.`,
  ],
  [
    /^Expected a list of choices among (.+?), found (“.*”)\.$/s,
    (offered, value) => `Se esperaba una lista de opciones entre ${offered}; se encontró ${value}.`,
  ],
  [
    /^Expected a list of texts, found (“.*”)\.$/s,
    (value) => `Se esperaba una lista de textos; se encontró ${value}.`,
  ],
  [
    /^Expected a (?:row of fields \((.+?)\)|group of the fields (.+?)), found (“.*”)\.$/s,
    (row, group, value) =>
      `Se esperaba un grupo de los campos ${row || group}; se encontró ${value}.`,
  ],
  [
    /^This names a document that does not exist.* in (\S+)\.$/,
    (type) =>
      `Esto nombra un documento que no existe, quizá porque se eliminó. Elija otro, por un id que esté en ${type}.`,
  ],
  [
    /^(“.*”) already belongs to another document\./s,
    (value) => `${value} ya pertenece a otro documento. Elija otro valor o edite ese documento.`,
  ],
  [
    /^A station cannot lead to itself\./,
    () => 'Una estación no puede llevar a sí misma. Elija otra estación o quite la conexión.',
  ],
  [
    /^Connection (\d+) leads to the same station as connection (\d+)\./,
    (one, other) =>
      `La conexión ${one} lleva a la misma estación que la ${other}. Conserve una y ponga en ella las dos condiciones.`,
  ],
  [
    /^Connections must be a list/,
    () => 'Las conexiones son una lista de filas, cada una con «to»: el id de una estación.',
  ],
  [
    /^This text has half of a character/,
    () => 'Este texto tiene medio carácter. Borre el signo extraño y escríbalo de nuevo.',
  ],
  [
    /^This text has a null character/,
    () =>
      'Este texto tiene un carácter nulo, que nadie ve y que no se puede guardar. Escríbalo de nuevo.',
  ],
]
