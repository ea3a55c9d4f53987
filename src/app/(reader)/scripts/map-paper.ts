/** Draws the pieces of the map for paper (parts/map-paper.tsx) once the page is printed, and not before. */
export function drawForPaper(): void {
  const paper = matchMedia('print')
  addEventListener('beforeprint', draw)
  paper.addEventListener('change', draw)
  if (paper.matches) draw()
}

function draw(): void {
  for (const pieces of document.querySelectorAll('.sm-map-paper noscript'))
    pieces.outerHTML = pieces.textContent
}
