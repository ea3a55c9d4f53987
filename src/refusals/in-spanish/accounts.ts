import type { Saying } from '../sayings.ts'

/** Who is not signed in, or may not; and signing in itself. */
export const accounts: readonly Saying[] = [
  [
    'Nobody is signed in, and this needs somebody who may do it. Sign in first.',
    'Nadie ha iniciado sesión, y esto necesita a alguien que pueda hacerlo. Inicie sesión primero.',
  ],
  [
    'An API key only reads. A person has to sign in to change something.',
    'Una clave de API solo lee. Para cambiar algo, una persona tiene que iniciar sesión.',
  ],
  [
    'This account is a machine. Send its API key with each request instead of signing in.',
    'Esta cuenta es de una máquina. Envíe su clave de API con cada solicitud en lugar de iniciar sesión.',
  ],
  [
    'Too many tries to sign in. Wait {{minutes}} minutes, then try again, or ask an administrator to help.',
    'Demasiados intentos de iniciar sesión. Espere {{minutes}} minutos e inténtelo de nuevo, o pida ayuda a un administrador.',
  ],
  [
    'Too many people sign in at this moment. Wait some seconds, then try again.',
    'Demasiadas personas inician sesión en este momento. Espere unos segundos e inténtelo de nuevo.',
  ],
  [
    'There is no email address in this request. Send the one you sign in with as “email”.',
    'En esta solicitud no hay dirección de correo. Envíe como «email» la que usa para iniciar sesión.',
  ],
  [
    'Too many people ask for a new password at this moment. Wait a while, then try again.',
    'Demasiadas personas piden una contraseña nueva en este momento. Espere un rato e inténtelo de nuevo.',
  ],
  ['Accounts are not confirmed by mail here.', 'Aquí las cuentas no se confirman por correo.'],
  [
    'What somebody may do with a document is told to people who are signed in.',
    'Lo que alguien puede hacer con un documento se dice a quien ha iniciado sesión.',
  ],
  [
    'Administrators have deliveries tried again. Sign in as one.',
    'Son los administradores quienes hacen que se intente de nuevo una entrega. Inicie sesión como uno de ellos.',
  ],
  [
    'There is no delivery of this id that was given up.',
    'No hay ninguna entrega abandonada con este id.',
  ],
  [
    'What the map lacks is for the team. Sign in with a role.',
    'Lo que le falta al mapa es para el equipo. Inicie sesión con una función.',
  ],
  [
    'Nobody is signed in, and {{what}} is for people with a role. Sign in, or leave it out.',
    'Nadie ha iniciado sesión, y {{what}} es para personas con una función. Inicie sesión u omítalo.',
    { what: named },
  ],
  [
    'Your account has no role, and {{what}} is for people with one. Ask an administrator for a role, or leave it out.',
    'Su cuenta no tiene ninguna función, y {{what}} es para personas que tienen una. Pida una función a un administrador u omítalo.',
    { what: named },
  ],
]

function named(part: string): string {
  return part === 'this' ? 'esto' : part.replace(/^“(.*)”$/s, '«$1»')
}
