/** How much room a stop has, in the unit of the map: as on the map of the readers. */
export { station as room, wayPath } from '../../(reader)/map-geometry.ts'
