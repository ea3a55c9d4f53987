'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $insertNodes,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { cleanPaste } from './paste/clean-paste.ts'
import { withoutStyleSheets } from './paste/without-style-sheets.ts'
import { richTextWordsFor } from './words.ts'

/** Longest HTML that is read, in characters: more than any page has, also with its pictures in it. */
const longestHtml = 20_000_000

/** Most characters that are taken of a paste without its form. */
const longestText = 500_000

/**
 * Takes from a paste what the editor offers, whichever program it comes from, and leaves the rest. What was copied
 * in an editor like this one is pasted as it is.
 */
export const PasteFromElsewhereClient = createClientFeature({
  plugins: [{ Component: PasteFromElsewhere, position: 'normal' }],
})

function PasteFromElsewhere() {
  const [editor] = useLexicalComposerContext()
  const { i18n } = useTranslation()
  const words = richTextWordsFor(i18n.language)
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = 'clipboardData' in event ? event.clipboardData : null
          if (!data || !isFromElsewhere(data)) return false
          event.preventDefault()
          if (!paste(editor, data)) toast.warning(words.pasteWasCut)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, words],
  )
  return null
}

function isFromElsewhere(data: DataTransfer): boolean {
  if (data.types.includes('application/x-lexical-editor')) return false
  // An address makes a link of what is selected.
  const isAddress = URL.canParse(data.getData('text/plain').trim())
  return data.types.includes('text/html') && !isAddress
}

/** @returns whether all of it was pasted */
function paste(editor: LexicalEditor, data: DataTransfer): boolean {
  const html = data.getData('text/html')
  if (html.length > longestHtml) {
    $getSelection()?.insertRawText(data.getData('text/plain').slice(0, longestText))
    return false
  }
  // Nothing runs and nothing is loaded in a document that is made this way.
  const page = new DOMParser().parseFromString(withoutStyleSheets(html), 'text/html')
  const { isCut, nodes } = cleanPaste(page)
  page.body.replaceChildren(...nodes)
  $insertNodes($generateNodesFromDOM(editor, page))
  return !isCut
}
