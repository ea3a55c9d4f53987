import type { CollectionConfig } from 'payload'
import { nobody } from '../access/content.ts'
import { roles } from '../access/roles.ts'
import {
  administrators,
  administratorsOnly,
  administratorsOrOwner,
  administratorsOrSelf,
  mayUsePanel,
  staffSeeColleagues,
} from '../access/users.ts'
import { words } from '../src/locales.ts'
import { limitReads } from '../src/delivery/limit-reads.ts'
import { keepContributors } from '../src/workflow/keep-contributors.ts'
import { tellStaffTheirRights } from '../src/http/document-rights.ts'
import { evenSignIns } from '../src/accounts/even-sign-ins.ts'
import { limitSignIns } from '../src/http/limit-sign-ins.ts'
import { firstUserAdministers } from './hooks/first-user-administers.ts'
import { keysForMachinesOnly } from './hooks/keys-for-machines-only.ts'
import { refuseMachineSignIn } from './hooks/refuse-machine-sign-in.ts'
import { refuseMalformed } from './hooks/refuse-malformed.ts'
import { refuseMisshapen } from './hooks/refuse-misshapen.ts'
import { sortedAsWritten } from './fields/sort-key.ts'

const roleLabels = {
  editor: words('Editor: writes and submits', 'Editor: escribe y envía'),
  reviewer: words('Reviewer: approves or returns', 'Revisor: aprueba o devuelve'),
  publisher: words('Publisher: publishes and withdraws', 'Publicador: publica y retira'),
  administrator: words('Administrator: manages people', 'Administrador: gestiona personas'),
}

/** People of the team, and machines that read for it with a key. */
export const users: CollectionConfig = {
  slug: 'users',
  access: {
    read: staffSeeColleagues,
    readVersions: nobody,
    create: administrators,
    update: administratorsOrSelf,
    delete: administrators,
    unlock: administrators,
    admin: mayUsePanel,
  },
  admin: {
    group: words('People', 'Personas'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'kind'],
    // Not by email: who may not read it would find nobody.
    listSearchableFields: ['name'],
  },
  auth: {
    useAPIKey: true,
    // One session outlives a working day's pause, not a lost laptop.
    tokenExpiration: 2 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    // Tries are counted before the operation, and the link is sent by src/accounts/forgotten-passwords.ts.
    // Payload's own interval writes outside the transaction it has open, and on SQLite would wait for itself.
    forgotPassword: { minRequestInterval: 0 },
  },
  defaultSort: 'name',
  defaultPopulate: { name: true },
  disableDuplicate: true,
  endpoints: [tellStaffTheirRights],
  labels: {
    singular: words('Person', 'Persona'),
    plural: words('People', 'Personas'),
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      custom: sortedAsWritten,
      required: true,
      maxLength: 120,
      label: words('Name', 'Nombre'),
    },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { read: administratorsOrOwner, update: administratorsOnly },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'person',
      saveToJWT: true,
      label: words('Kind', 'Tipo'),
      options: [
        { value: 'person', label: words('Person', 'Persona') },
        { value: 'machine', label: words('Machine', 'Máquina') },
      ],
      access: { create: administratorsOnly, update: administratorsOnly },
      admin: {
        position: 'sidebar',
        description: words(
          'A machine reads with an API key. It never signs in and never writes.',
          'Una máquina lee con una clave de API. Nunca inicia sesión ni escribe.',
        ),
      },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      saveToJWT: true,
      label: words('Roles', 'Funciones'),
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      access: { create: administratorsOnly, update: administratorsOnly },
      admin: {
        position: 'sidebar',
        description: words(
          'No combination of roles lets anyone approve what they wrote themselves.',
          'Ninguna combinación permite aprobar lo que uno mismo escribió.',
        ),
      },
    },
    {
      name: 'enableAPIKey',
      type: 'checkbox',
      access: {
        create: administratorsOnly,
        read: administratorsOrOwner,
        update: administratorsOnly,
      },
    },
    {
      name: 'apiKey',
      type: 'text',
      access: {
        create: administratorsOnly,
        read: administratorsOnly,
        update: administratorsOnly,
      },
    },
  ],
  hooks: {
    beforeOperation: [limitReads, limitSignIns, evenSignIns, refuseMisshapen],
    beforeValidate: [firstUserAdministers, refuseMalformed, keysForMachinesOnly],
    beforeLogin: [refuseMachineSignIn],
    beforeDelete: [keepContributors],
  },
}
