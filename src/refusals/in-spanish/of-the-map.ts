import type { Saying } from '../sayings.ts'

/** Refusals about the map that the team works on. */
export const ofTheMap: readonly Saying[] = [
  [
    'The map of the newest drafts is for the team. Sign in with a role.',
    'El mapa de los borradores más nuevos es para el equipo. Inicie sesión con una función.',
  ],
  [
    '“stations” names stations by their ids: up to {{most}}, with commas between.',
    '«stations» nombra estaciones por sus identificadores: hasta {{most}}, separados por comas.',
  ],
  [
    'The map to lay out is {{shape}}, with up to {{stations}} stations and {{connections}} connections.',
    'El mapa que se ordena es {{shape}}, con hasta {{stations}} estaciones y {{connections}} conexiones.',
  ],
]
