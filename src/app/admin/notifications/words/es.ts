import type { ScreenWords } from '../words.ts'

/** What the screens of notifications say, in Spanish. */
export const es: ScreenWords = {
  notifications: 'Notificaciones',
  bell: (unread) =>
    unread === 0 ? 'Notificaciones, ninguna sin leer' : `Notificaciones, ${unread} sin leer`,
  settings: 'De qué se le avisa y cómo',
  toSettings: 'Elegir de qué se le avisa',
  failed: 'No se pudieron consultar sus notificaciones.',
  tryAgain: 'Intentar de nuevo',
  loading: 'Consultando sus notificaciones…',
  none: 'Todavía no se le ha avisado de nada.',
  noneUnread: 'Ya lo ha leído todo.',
  unreadCount: (count) => `${count} sin leer`,
  unread: 'Sin leer',
  onlyUnread: 'Solo sin leer',
  showAll: 'Mostrar todas',
  markRead: 'Marcar como leída',
  markAll: 'Marcar todas como leídas',
  marked: 'Marcada como leída.',
  markedAll: 'Todas están marcadas como leídas.',
  gone: 'borrado desde entonces',
  page: (page, pages) => `Página ${page} de ${pages}`,
  newer: 'Más recientes',
  older: 'Más antiguas',
  pages: 'Páginas de notificaciones',
  kind: 'Qué ocurrió',
  how: 'Cómo se le avisa',
  usual: (choice) => `${choice} (lo habitual)`,
  mailsGoTo: (address) => `Los correos van a ${address}, en el idioma en que usa el panel.`,
  digestAt: (hour) =>
    `El resumen diario se hace a las ${String(hour).padStart(2, '0')}:00 según el reloj del servidor.`,
  noServer:
    'Esta instalación no tiene servidor de correo. Los correos se escriben en su registro, y quienes administran los ven en «Correos».',
  own: 'A nadie se le avisa de lo que hizo por sí mismo.',
  save: 'Guardar',
  saved: 'Guardado.',
  notSaved: 'No se pudo guardar. Inténtelo de nuevo.',
}
