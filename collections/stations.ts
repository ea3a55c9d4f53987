import type { CollectionConfig } from 'payload'
import { words } from '../src/locales.ts'
import { editorial } from './editorial.ts'
import { sourcingField } from './fields/certainty.ts'
import { connectionsField } from './fields/connections.ts'
import { namedAsCopy } from './fields/named-as-copy.ts'
import { questionFields } from './fields/questions.ts'
import { referenceComponents, referencesField } from './fields/references.ts'
import { reverseField } from './fields/reverse.ts'
import { richTextField } from './fields/rich-text.ts'
import { searchTermsField } from './fields/search-terms.ts'
import { slugField } from './fields/slug.ts'
import { summaryField } from './fields/summary.ts'

/** The stops of the map: where a person is in the process, what that means, and where the lines lead. */
export const stations: CollectionConfig = editorial({
  slug: 'stations',
  labels: {
    singular: words('Station', 'Estación'),
    plural: words('Stations', 'Estaciones'),
  },
  admin: {
    group: words('Roadmap', 'Mapa'),
    useAsTitle: 'title',
    components: { beforeListTable: ['./admin/roadmap/what-the-map-lacks.tsx#WhatTheMapLacks'] },
    defaultColumns: ['title', 'phase', 'kind', 'workflow', 'discussion', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: words(
      'A stop on the map, with the answers a person looks for there.',
      'Una parada del mapa, con las respuestas que una persona busca allí.',
    ),
  },
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true, summary: true, kind: true, phase: true, order: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      index: true,
      maxLength: 160,
      label: words('Title', 'Título'),
      hooks: { beforeDuplicate: [namedAsCopy] },
    },
    slugField({ from: 'title' }),
    {
      name: 'phase',
      type: 'relationship',
      relationTo: 'phases',
      required: true,
      index: true,
      label: words('Phase', 'Fase'),
      admin: {
        components: referenceComponents,
        position: 'sidebar',
        description: words('The line of the map it lies on.', 'La línea del mapa en que está.'),
      },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'stop',
      label: words('Kind', 'Tipo'),
      options: [
        { value: 'hub', label: words('Hub, where lines branch', 'Central, donde se bifurcan') },
        { value: 'stop', label: words('Stop', 'Parada') },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      type: 'number',
      min: 1,
      index: true,
      label: words('Place on the line', 'Lugar en la línea'),
      admin: { position: 'sidebar' },
    },
    // No default: an unset value is no content, so what is live keeps the hash under which it was approved.
    {
      name: 'isStart',
      type: 'checkbox',
      label: words('The way begins here', 'El camino empieza aquí'),
      admin: {
        position: 'sidebar',
        description: words(
          'People enter the map at this station, so nothing has to lead to it.',
          'Por esta estación se entra en el mapa, así que nada tiene que llevar a ella.',
        ),
      },
    },
    {
      name: 'isEnd',
      type: 'checkbox',
      label: words('The way ends here', 'El camino termina aquí'),
      admin: {
        position: 'sidebar',
        description: words(
          'Nothing follows for people at this station, so it has to lead nowhere.',
          'A quien está en esta estación no le sigue nada, así que no tiene que llevar a ninguna parte.',
        ),
      },
    },
    searchTermsField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: words('Page', 'Página'),
          fields: [
            summaryField(),
            richTextField({
              name: 'overview',
              required: true,
              label: words('Station overview', 'Resumen de la estación'),
            }),
            {
              name: 'examples',
              type: 'array',
              label: words('Examples', 'Ejemplos'),
              labels: {
                singular: words('Example', 'Ejemplo'),
                plural: words('Examples', 'Ejemplos'),
              },
              fields: [
                {
                  ...richTextField({ name: 'text', label: words('Example', 'Ejemplo') }),
                  required: true,
                },
                referencesField({
                  name: 'notices',
                  to: 'notices',
                  label: words('Notices it names', 'Avisos que menciona'),
                }),
              ],
            },
            {
              name: 'moreToCome',
              type: 'checkbox',
              defaultValue: false,
              label: words(
                'Tell readers that more topics will follow',
                'Decir a los lectores que vendrán más temas',
              ),
            },
            ...questionFields(),
          ],
        },
        {
          label: words('Map', 'Mapa'),
          fields: [
            connectionsField(),
            {
              name: 'position',
              type: 'group',
              label: words('Position on the map', 'Posición en el mapa'),
              admin: {
                description: words(
                  'Leave empty to let the layout decide.',
                  'Déjela vacía para que decida el diseño automático.',
                ),
              },
              fields: [
                {
                  type: 'row',
                  fields: [
                    // A copy would lie on its original.
                    {
                      name: 'x',
                      type: 'number',
                      label: 'x',
                      hooks: { beforeDuplicate: [nothing] },
                    },
                    {
                      name: 'y',
                      type: 'number',
                      label: 'y',
                      hooks: { beforeDuplicate: [nothing] },
                    },
                  ],
                },
              ],
            },
            reverseField({
              name: 'arrivals',
              from: 'stations',
              on: 'connections.to',
              label: words('Stations that lead here', 'Estaciones que llevan aquí'),
              columns: ['title', 'phase', 'workflow'],
            }),
          ],
        },
        {
          label: words('Notices', 'Avisos'),
          fields: [
            referencesField({
              name: 'relatedNotices',
              to: 'notices',
              label: words('Related letters and notices', 'Cartas y avisos relacionados'),
              description: words(
                'Those worth naming on the page. Notices that name this station are listed below by themselves.',
                'Los que vale la pena nombrar en la página. Los avisos que nombran esta estación aparecen abajo solos.',
              ),
            }),
            reverseField({
              name: 'notices',
              from: 'notices',
              on: 'stations',
              label: words('Notices received here', 'Avisos que se reciben aquí'),
              columns: ['code', 'title', 'workflow'],
            }),
          ],
        },
        {
          label: words('Sources', 'Fuentes'),
          fields: [sourcingField()],
        },
      ],
    },
  ],
  indexes: [{ fields: ['phase', 'order'] }],
})

function nothing(): null {
  return null
}
