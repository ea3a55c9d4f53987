import type { NotificationWords } from '../words.ts'

/** What notifications say, in Spanish. */
export const es: NotificationWords = {
  happened: {
    submitted: (who) => `${who ?? 'La plataforma'} envió a revisión:`,
    assigned: (who) => `${who ?? 'La plataforma'} le asignó:`,
    returned: (who) => `${who ?? 'La plataforma'} pidió cambios:`,
    approved: (who) => `${who ?? 'La plataforma'} aprobó:`,
    published: (who) =>
      who === null ? 'Ya es público, como estaba programado:' : `${who} publicó:`,
    scheduleFailed: () => 'Falló una publicación programada. Nada se hizo público:',
    overridden: (who) => `${who ?? 'Alguien'} publicó sin aprobación, de forma forzada:`,
    mentioned: (who) => `${who ?? 'Alguien'} le mencionó en un comentario:`,
    reviewDue: () => 'Toca volver a verificar:',
  },
  subjects: {
    submitted: (title) => `Enviado a revisión: ${title}`,
    assigned: (title) => `Asignado a usted: ${title}`,
    returned: (title) => `Se piden cambios: ${title}`,
    approved: (title) => `Aprobado: ${title}`,
    published: (title) => `Ya es público: ${title}`,
    scheduleFailed: (title) => `Falló una publicación programada: ${title}`,
    overridden: (title) => `Publicado de forma forzada: ${title}`,
    mentioned: (title) => `Le mencionan: ${title}`,
    reviewDue: (title) => `Toca volver a verificar: ${title}`,
  },
  kinds: {
    submitted: 'Enviado a revisión',
    assigned: 'Asignado a mí',
    returned: 'Se piden cambios',
    approved: 'Aprobado',
    published: 'Publicado',
    scheduleFailed: 'Falló una publicación programada',
    overridden: 'Publicado de forma forzada',
    mentioned: 'Mención en un comentario',
    reviewDue: 'Toca volver a verificar',
  },
  choices: {
    panel: 'En el panel',
    atOnce: 'En el panel y por correo enseguida',
    digest: 'En el panel y en el resumen diario',
    nothing: 'De ningún modo',
  },
  whyDue: {
    reviewOn: 'llegó el día de su próxima verificación',
    unverified: 'sus fuentes llevan mucho tiempo sin verificar',
    assigned: 'se le pidió esta revisión para antes de ahora',
  },
  named: (type, title) => `${type} «${title}»`,
  andMore: (count) => `y ${count} más`,
  untitled: '(sin título)',
  mail: {
    greeting: (name) => `Hola, ${name}:`,
    several: (count) => `${count} notificaciones`,
    digest: (count) =>
      count === 1 ? 'Resumen diario: 1 notificación' : `Resumen diario: ${count} notificaciones`,
    furtherInPanel: (count) => `Hay ${count} más en el panel.`,
    all: 'Todas las notificaciones',
    why: (kinds) => `Recibe este correo porque se le avisa de: ${kinds}.`,
    change: 'Cambiar de qué se le avisa y cómo',
    noReply: 'Nadie lee las respuestas a este correo.',
  },
}
