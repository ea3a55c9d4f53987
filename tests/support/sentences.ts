import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A sentence in the code, with samples in the places of what differs from one time to the next. */
export interface Sentence {
  /** Such as src/http/rest.ts:118 */
  at: string
  text: string
}

/** Every sentence that the code in these folders may say, each variant of its own. */
export function sentencesIn(folders: readonly string[]): Sentence[] {
  return folders.flatMap(filesIn).flatMap(sentencesOf)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name))
    .toSorted()
}

function sentencesOf(file: string): Sentence[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (isForOthers(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      for (const text of variantsOf(node))
        if (isSentence(text) || (isMessage(node) && /[a-z]/.test(text.replaceAll('sample', ''))))
          found.push({ at: `${file}:${line}`, text: text.trim() })
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Names of properties whose words are for the panel, for who reads a schema, or for the log. */
const otherNames = new Set(['description', 'msg', 'label', 'en', 'es'])

/** Functions that make words in both languages, or stop the process with a mistake of ours. */
const otherCalls = /^(words|Error|RangeError|SettingsError|warn|error|info)$/

function isForOthers(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node)) return otherNames.has(node.name.getText())
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const { expression } = node
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression
    return otherCalls.test(name.getText())
  }
  return ts.isImportDeclaration(node) || ts.isTypeNode(node)
}

/** Written as one: it begins like one, ends with a point, and has several words. */
function isSentence(text: string): boolean {
  return /^["“A-Za-z]/.test(text) && /\.$/.test(text) && /[a-z]+ [a-z]+/.test(text)
}

/** What stands where a refusal is made, however it is written. */
function isMessage({ parent }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'message'
  return ts.isCallExpression(parent) && /^(refuse|malformed)$/.test(parent.expression.getText())
}

/** Names in sentences that stand for a phrase or a whole sentence of ours, and what that may be. */
const phrases: Record<string, readonly string[]> = {
  message: [''],
  ofWhat: [
    'texts',
    'choices among sample',
    'ids of documents in sample',
    'rows with the fields sample',
  ],
  told: ['Drafts', 'Texts that were not saved'],
  what: ['a version sample', 'a publication with the number sample'],
}

/** A condition in a sentence makes two of it. */
function variantsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node)) return variantsOf(node.expression)
  if (ts.isConditionalExpression(node))
    return [...variantsOf(node.whenTrue), ...variantsOf(node.whenFalse)]
  if (ts.isIdentifier(node) && node.text in phrases) return [...phrases[node.text]!]
  if (!ts.isTemplateExpression(node)) return ['sample']
  return node.templateSpans.reduce(
    (before, { expression, literal }) =>
      before.flatMap((text) => variantsOf(expression).map((part) => text + part + literal.text)),
    [node.head.text],
  )
}
