import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { keepFileFacts, requireFile } from './hooks/keep-file-facts.ts'
import { recordFileHash } from './hooks/record-file-hash.ts'
import { nobodyWrites } from '../access/users.ts'

/** Images and documents. A file never changes under its id: a new file is a new document. */
export const media: CollectionConfig = editorial({
  slug: 'media',
  labels: {
    singular: words('File', 'Archivo'),
    plural: words('Files', 'Archivos'),
  },
  admin: {
    group: words('Shared content', 'Contenido compartido'),
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'workflow', 'discussion', 'updatedAt'],
    description: words(
      'To change a file, upload it anew and point pages at the new one: what was approved stays as it was.',
      'Para cambiar un archivo, súbalo de nuevo y apunte las páginas al nuevo: lo aprobado queda como estaba.',
    ),
  },
  defaultSort: '-createdAt',
  defaultPopulate: {
    alt: true,
    caption: true,
    url: true,
    filename: true,
    mimeType: true,
    width: true,
    height: true,
  },
  hooks: {
    beforeOperation: [requireFile],
    beforeValidate: [keepFileFacts],
    beforeChange: [recordFileHash],
  },
  upload: {
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    disableLocalStorage: false,
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 300,
      label: words('What it shows', 'Qué muestra'),
      admin: {
        description: words(
          'For people who cannot see it. Say what matters, not “image of”.',
          'Para quienes no pueden verlo. Diga lo que importa, no «imagen de».',
        ),
      },
    },
    {
      name: 'caption',
      type: 'textarea',
      localized: true,
      label: words('Caption', 'Leyenda'),
    },
    {
      name: 'sha256',
      type: 'text',
      access: { create: nobodyWrites, update: nobodyWrites },
      label: words('SHA-256 of the file', 'SHA-256 del archivo'),
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
})
