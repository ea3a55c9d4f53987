import { voidElements, type Element } from './elements.ts'

/** Words as they stand in HTML, in an element and in an attribute. */
export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign]!)
}

/** HTML with elements around it, outermost first. */
export function wrapped(html: string, elements: readonly Element[]): string {
  return elements.reduceRight((inside, { tag, attributes }) => {
    const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
    const start = `<${tag}${given.join('')}`
    return voidElements.has(tag) ? `${start}/>` : `${start}>${inside}</${tag}>`
  }, html)
}

/** As React writes them. */
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
