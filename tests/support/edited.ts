import type { JsonValue } from '../../src/content/canonical-json.ts'
import type { VisibleContent } from '../../src/content/visible-content.ts'
import type { Block } from './lexical.ts'

type Values = Record<string, JsonValue>

/**
 * A content with one value changed, or taken away where the change gives `undefined`.
 *
 * @param path such as `overview.en` or `connections.0.condition.en`
 */
export function edited(
  content: VisibleContent,
  path: string,
  change: (value: JsonValue | undefined) => unknown,
): VisibleContent {
  const copy = structuredClone(content)
  const steps = path.split('.')
  const last = steps.pop()!
  const parent = steps.reduce<Values>((values, step) => values[step] as Values, copy.fields)
  const changed = change(parent[last]) as JsonValue | undefined
  if (changed === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = changed
  return copy
}

/** A content with the blocks of one of its texts changed. @param path such as `overview.en` */
export function editedBlocks(
  content: VisibleContent,
  path: string,
  change: (blocks: Block[]) => Block[],
): VisibleContent {
  return edited(content, `${path}.root.children`, (blocks) => change(blocks as Block[]))
}

/** The runs and links of a block. */
export function inside({ children }: Block): Block[] {
  return children as Block[]
}
