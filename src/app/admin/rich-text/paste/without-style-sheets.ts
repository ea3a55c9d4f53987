/**
 * HTML without its style sheets. Nothing is taken from them, and a browser that only parses them reports each to the
 * console as a breach of the page's policy. Time grows with the length of the HTML alone.
 */
export function withoutStyleSheets(html: string): string {
  const begin = /<style(?=[\s/>])/gi
  const end = /<\/style/gi
  let kept = ''
  let from = 0
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    kept += html.slice(from, found.index)
    end.lastIndex = found.index
    // A sheet that does not end goes on to the end of the page, for a browser too.
    const close = end.exec(html) ? html.indexOf('>', end.lastIndex) : -1
    if (close < 0) return kept
    from = begin.lastIndex = close + 1
  }
  return kept + html.slice(from)
}
