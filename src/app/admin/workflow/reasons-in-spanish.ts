/*
 * The platform words its reasons in English, and the ledger keeps them so. The panel says them in the
 * language of whoever reads, also those that were recorded years ago. What is not listed stays as it is.
 */

/** A reason in Spanish, or in English where there is no Spanish for it. */
export function inSpanish(message: string): string {
  for (const [form, spanish] of reasons) {
    const match = form.exec(message)
    if (match) return spanish(...match.slice(1).map((part) => part ?? ''))
  }
  return message
}

const roles: Record<string, string> = {
  editor: 'un editor',
  reviewer: 'un revisor',
  publisher: 'quien publica',
  administrator: 'un administrador',
}

const deeds: Record<string, string> = {
  submit: 'enviar a revisión',
  approve: 'aprobar',
  return: 'pedir cambios',
  recall: 'recuperar',
  publish: 'publicar',
  schedule: 'programar',
  unschedule: 'cancelar la programación',
  withdraw: 'retirar',
  override: 'publicar sin aprobación',
  confirm: 'confirmar la publicación forzada',
}

const states: Record<string, string> = {
  'a draft': 'en borrador',
  'in review': 'en revisión',
  'returned with changes requested': 'con cambios solicitados',
  approved: 'aprobado',
  scheduled: 'programado',
  published: 'publicado',
  withdrawn: 'retirado',
  live: 'público',
  'live by an override that nobody has confirmed':
    'público por una publicación forzada que nadie ha confirmado',
}

const numbers: Record<string, string> = {
  'a Social Security number': 'un número de Seguro Social',
  'an employer number': 'un número de empleador',
  'a Social Security or employer number': 'un número de Seguro Social o de empleador',
}

const stateOf = (state: string) => states[state] ?? state

const reasons: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    /^What the public sees changes only through the review workflow/,
    () =>
      'Lo que ve el público solo cambia mediante el proceso de revisión. Guárdelo como borrador y envíelo a revisión.',
  ],
  [
    /^Only an? (\w+) can (\w+)\. Ask one/,
    (role = '', deed = '') =>
      `Solo ${roles[role] ?? role} puede ${deeds[deed] ?? deed}. Pídaselo, o pida a un administrador esa función.`,
  ],
  [
    /^To (\w+), a document must be (.+); this one is (.+?)(, and live)?\.$/,
    (deed = '', wanted = '', state = '', live = '') =>
      `Para ${deeds[deed] ?? deed}, un documento debe estar ${wanted.split(' or ').map(stateOf).join(' o ')}; este está ${stateOf(state)}${live && ', y es público'}.`,
  ],
  [
    /^The text changed since you saw it/,
    () => 'El texto cambió desde que usted lo vio. Léalo de nuevo y decida.',
  ],
  [
    /^“publishAt” is .* which has passed/,
    () => 'Esa hora ya pasó. Elija una futura o publique ahora.',
  ],
  [
    /^The replacement (\S+) is not live/,
    (address) =>
      `La página ${address} no es pública, así que los lectores no podrían ir allí. Elija otra o escriba una frase.`,
  ],
  [
    /^This points at (.+), which is not live\./,
    (target) =>
      `Esto apunta a ${target}, que no es público. Publíquelo antes o junto con este, o quite la referencia.`,
  ],
  [
    /^“(.+)” leads to (“.+” \(\S+\)), which (was called so before|has been withdrawn)\./,
    (name, target, why) =>
      `«${name}» lleva a ${target}, que ${why === 'was called so before' ? 'antes se llamaba así' : 'se ha retirado'}. Elija otro nombre, o marque «Asume una dirección» para que desde ahora lleve aquí.`,
  ],
  [
    /^You changed this text since it was last public/,
    () =>
      'Usted cambió este texto desde que fue público por última vez, y nadie aprueba sus propias palabras. Tiene que hacerlo otro revisor.',
  ],
  [
    /^Whoever approved this text has changed it since/,
    () =>
      'Quien aprobó este texto lo ha cambiado después. Pida cambios o recupérelo, y que lo apruebe otro revisor.',
  ],
  [
    /^(“.*”.*) is live and points here\./,
    (citing) =>
      `${citing} es público y apunta aquí. Publíquelo antes sin esa referencia, o retire los dos juntos.`,
  ],
  [
    /^You overrode the review yourself/,
    () => 'Usted mismo forzó la publicación. Tiene que confirmarla otro revisor.',
  ],
  [
    /^This is empty in the main language \((\w+)\)/,
    (language) => `Está vacío en el idioma principal (${language}). Complételo en ese idioma.`,
  ],
  [/^This is empty\. Fill it/, () => 'Está vacío. Complételo.'],
  [
    /^There is a heading without text here/,
    () => 'Aquí hay un título sin texto. Escríbalo o quite la línea.',
  ],
  [
    /^Something here looks like (.+)\. Take it out/,
    (number = '') =>
      `Algo aquí parece ${numbers[number] ?? number}. Quítelo; muestre la forma de un número con letras, como XXX-XX-XXXX.`,
  ],
  [
    /^“(.+)” is not a place readers can reach/,
    (host) =>
      `«${host}» no es un lugar al que los lectores lleguen. Enlace al documento mismo o a una dirección pública.`,
  ],
  [
    /^There are (\d+) here, and at most (\d+) fit/,
    (there, most) => `Aquí hay ${there}, y caben como máximo ${most}. Quite algunos.`,
  ],
  [
    /^There are (\d+) here, and at least (\d+) are needed/,
    (there, least) => `Aquí hay ${there}, y se necesitan al menos ${least}. Añada algunos.`,
  ],
  [
    /^This has (\d+) characters; at most (\d+) fit/,
    (there, most) => `Tiene ${there} caracteres; caben como máximo ${most}. Acórtelo.`,
  ],
  [
    /^This has (\d+) characters; at least (\d+) are needed/,
    (there, least) => `Tiene ${there} caracteres; se necesitan al menos ${least}.`,
  ],
  [
    /^(\S+) is more than (\S+), the most/,
    (value, most) => `${value} es más que ${most}, el máximo.`,
  ],
  [
    /^(\S+) is less than (\S+), the least/,
    (value, least) => `${value} es menos que ${least}, el mínimo.`,
  ],
]
