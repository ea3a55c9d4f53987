/** The words of the map, as the server wrote them beside it. */
export interface Words {
  controls: string
  howWithScript: string
  zoomIn: string
  zoomOut: string
  whole: string
  read: string
  close: string
  chosen: string
}
