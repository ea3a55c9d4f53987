import type { Saying } from '../sayings.ts'

/*
 * Reasons of the review workflow. The ledger keeps them in English for good: a sentence that is worded anew
 * gets a line of its own here, and the old one stays.
 */

const roles: Record<string, string> = {
  'an editor': 'un editor',
  'a reviewer': 'un revisor',
  'a publisher': 'quien publica',
  'an administrator': 'un administrador',
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

const role = (part: string) => roles[part] ?? part
const deed = (part: string) => deeds[part] ?? part
const state = (part: string) => states[part] ?? part
const wanted = (part: string) => part.split(' or ').map(state).join(' o ')
const either = (part: string) => part.replaceAll(' or ', ' o ')

export const workflowReasons: readonly Saying[] = [
  [
    'What the public sees changes only through the review workflow. Save this as a draft (over the APIs: with draft=true and without _status) and submit it for review.',
    'Lo que ve el público solo cambia mediante el proceso de revisión. Guárdelo como borrador (por las API: con draft=true y sin _status) y envíelo a revisión.',
  ],
  [
    'Only {{role}} can {{deed}}. Ask one, or ask an administrator for the role.',
    'Solo {{role}} puede {{deed}}. Pídaselo, o pida a un administrador esa función.',
    { role, deed },
  ],
  [
    'To {{deed}}, a document must be {{wanted}}; this one is {{state}}, and live.',
    'Para {{deed}}, un documento debe estar {{wanted}}; este está {{state}}, y es público.',
    { deed, wanted, state },
  ],
  [
    'To {{deed}}, a document must be {{wanted}}; this one is {{state}}.',
    'Para {{deed}}, un documento debe estar {{wanted}}; este está {{state}}.',
    { deed, wanted, state },
  ],
  [
    'The text changed since you saw it: you named {{seen}}, it is now {{now}}. Read it again, then decide.',
    'El texto cambió desde que usted lo vio: nombró {{seen}} y ahora es {{now}}. Léalo de nuevo y decida.',
    { now: either },
  ],
  [
    'Say in “comment” what should change. The authors read it.',
    'Diga en «comment» qué debe cambiar. Lo leen los autores.',
  ],
  [
    'Say in “reason” why. It stays in the ledger for good.',
    'Diga en «reason» por qué. Queda en el registro para siempre.',
  ],
  [
    '“publishAt” is {{instant}}, which has passed. Name an instant in the future, or publish now.',
    '«publishAt» es {{instant}}, una hora que ya pasó. Elija una futura o publique ahora.',
  ],
  [
    'Say in “publishAt” when, with the offset from UTC, such as 2027-03-01T09:00:00-05:00.',
    'Diga en «publishAt» cuándo, con la diferencia respecto de UTC, como 2027-03-01T09:00:00-05:00.',
  ],
  [
    'Say in “replacement” where readers go instead: another document, or a sentence for them.',
    'Diga en «replacement» adónde van los lectores en su lugar: otro documento, o una frase para ellos.',
  ],
  [
    'The replacement {{address}} is not live, so readers could not go there. Name another, or write a sentence.',
    'La página {{address}} no es pública, así que los lectores no podrían ir allí. Elija otra o escriba una frase.',
  ],
  [
    'This points at {{target}}, which is not live. Publish it first or together with this one, or take the reference out.',
    'Esto apunta a {{target}}, que no es público. Publíquelo antes o junto con este, o quite la referencia.',
  ],
  [
    '“{{name}}” leads to {{target}}, which was called so before. Choose another name, or tick “Takes over an address” (over the APIs: takesName) if it is to lead here from now on.',
    '«{{name}}» lleva a {{target}}, que antes se llamaba así. Elija otro nombre, o marque «Asume una dirección» (por las API: takesName) para que desde ahora lleve aquí.',
  ],
  [
    '“{{name}}” leads to {{target}}, which has been withdrawn. Choose another name, or tick “Takes over an address” (over the APIs: takesName) if it is to lead here from now on.',
    '«{{name}}» lleva a {{target}}, que se ha retirado. Elija otro nombre, o marque «Asume una dirección» (por las API: takesName) para que desde ahora lleve aquí.',
  ],
  [
    'You changed this text since it was last public, and nobody approves their own words. Another reviewer has to.',
    'Usted cambió este texto desde que fue público por última vez, y nadie aprueba sus propias palabras. Tiene que hacerlo otro revisor.',
  ],
  [
    'Whoever approved this text has changed it since. Return or recall it, and let another reviewer approve.',
    'Quien aprobó este texto lo ha cambiado después. Pida cambios o recupérelo, y que lo apruebe otro revisor.',
  ],
  [
    '{{citing}} is live and points here. Publish it without that reference first, or withdraw both together.',
    '{{citing}} es público y apunta aquí. Publíquelo antes sin esa referencia, o retire los dos juntos.',
  ],
  [
    'You overrode the review yourself. A different reviewer has to confirm.',
    'Usted mismo forzó la publicación. Tiene que confirmarla otro revisor.',
  ],
  ['Whoever scheduled this has no account any more.', 'Quien lo programó ya no tiene cuenta.'],
  [
    'What would be live ({{found}}) is not what was approved ({{approved}}), so nothing was published.',
    'Lo que sería público ({{found}}) no es lo que se aprobó ({{approved}}), así que no se publicó nada.',
    { found: (part) => (part === 'nothing' ? 'nada' : part) },
  ],
]

/** What is refused before the workflow looks at a document, and writes that go past it. */
export const workflowOrders: readonly Saying[] = [
  [
    'contentHash is required: the one you saw, from GET …/workflow.',
    'Falta contentHash: la huella del texto que usted vio, de GET …/workflow.',
  ],
  [
    'contentHash must be 64 lower-case hexadecimal digits.',
    'contentHash debe tener 64 cifras hexadecimales en minúscula.',
  ],
  ['comment and reason are text.', 'comment y reason son texto.'],
  [
    'comment and reason have at most {{most}} characters.',
    'comment y reason tienen como máximo {{most}} caracteres.',
  ],
  [
    'replacement must be a sentence for readers, {"sentence": {"en": "…", "es": "…"}}, or {"collection": "…", "id": "…"}.',
    'replacement debe ser una frase para los lectores, {"sentence": {"en": "…", "es": "…"}}, o {"collection": "…", "id": "…"}.',
  ],
  ['Each document names its collection.', 'Cada documento nombra su «collection».'],
  ['Each document names its id.', 'Cada documento nombra su «id».'],
  [
    'documents is required: a list of { collection, id, contentHash }.',
    'Falta documents: una lista de { collection, id, contentHash }.',
  ],
  ['documents is empty. Name at least one.', 'documents está vacía. Nombre al menos uno.'],
  ['A set has at most {{most}} documents.', 'Un conjunto tiene como máximo {{most}} documentos.'],
  [
    '{{place}} is named twice. Name each document once.',
    '{{place}} se nombra dos veces. Nombre cada documento una sola vez.',
  ],
  [
    'A set is gathered for “publish” or for “withdraw”. Leave “for” out to publish.',
    'Un conjunto se reúne para «publish» (publicar) o para «withdraw» (retirar). Omita «for» para publicar.',
  ],
  [
    'There is no action “{{action}}” here. Choose one of: {{known}}.',
    'Aquí no hay ninguna acción «{{action}}». Elija entre: {{known}}.',
  ],
  [
    'There is no document {{id}} in {{collection}}.',
    'No hay ningún documento {{id}} en {{collection}}.',
  ],
  [
    'Nobody is signed in, and the review workflow needs to know who acts. Sign in first.',
    'Nadie ha iniciado sesión, y el proceso de revisión necesita saber quién actúa. Inicie sesión primero.',
  ],
  [
    'Only people with a role take documents through the review workflow.',
    'Solo las personas con una función llevan documentos por el proceso de revisión.',
  ],
  [
    'The review workflow and the ledger are for the team. Sign in with a role.',
    'El proceso de revisión y el registro son para el equipo. Inicie sesión con una función.',
  ],
  [
    'Only people with a role write, because every text names who contributed to it. Sign in; in a script, pass the user it writes for.',
    'Solo escriben las personas con una función, porque cada texto nombra a quienes contribuyeron a él. Inicie sesión; en un programa, indique el usuario por quien escribe.',
  ],
  [
    'A file never changes once it is stored, because pages that show it were approved with it. Upload the new file as a new document and point the pages at that one.',
    'Un archivo guardado nunca cambia, porque las páginas que lo muestran se aprobaron con él. Suba el archivo nuevo como un documento nuevo y haga que las páginas apunten a ese.',
  ],
  [
    'This person contributed to texts, and the account is how the review knows whose words they are. Take their roles away instead: then they can do nothing any more.',
    'Esta persona contribuyó a textos, y por su cuenta sabe la revisión de quién son las palabras. Quítele sus funciones en su lugar: así ya no podrá hacer nada.',
  ],
  [
    'There is no such document, perhaps because somebody has deleted it already.',
    'No existe ese documento, quizá porque alguien ya lo eliminó.',
  ],
  [
    'This document was public, so it is never deleted. A publisher can withdraw it; readers are then told why and where to go instead.',
    'Este documento fue público, así que nunca se elimina. Puede retirarlo quien publica; entonces se dice a los lectores por qué y adónde ir en su lugar.',
  ],
  [
    'Other documents refer to this one: {{named}}. Take the references out of them first.',
    'Otros documentos hacen referencia a este: {{named}}. Quite primero de ellos las referencias.',
  ],
  [
    'What stands here is written by the platform alone. Nobody changes or deletes it.',
    'Lo que hay aquí lo escribe solo la plataforma. Nadie lo cambia ni lo elimina.',
  ],
  [
    'The ledger is written in the transaction of the change it records, or not at all.',
    'El registro se escribe en la transacción del cambio que anota, o no se escribe.',
  ],
  [
    'The ledger cannot keep the {{name}} of this entry as it is, so nothing was done.',
    'El registro no puede guardar tal cual «{{name}}» de este asiento, así que no se hizo nada.',
  ],
  [
    'A text is named “live”, “working”, “nothing”, “version:ID” or “entry:NUMBER”, as in ?from=live&to=working.',
    'Un texto se nombra «live», «working», «nothing», «version:ID» o «entry:NUMBER», como en ?from=live&to=working.',
  ],
  [
    'The document {{place}} has no text that is a version {{version}}.',
    'El documento {{place}} no tiene ninguna versión {{version}}.',
  ],
  [
    'The document {{place}} has no text that is a publication with the number {{number}}.',
    'El documento {{place}} no tiene ninguna publicación con el número {{number}}.',
  ],
]
