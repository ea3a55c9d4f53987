'use client'

import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type EditorState,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { OnChangePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalOnChangePlugin'
import { useField, useForm } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/**
 * Hands what was typed to the form the moment somebody leaves the text or saves with the keyboard.
 *
 * Payload hands it over when the browser has nothing else to do, up to half a second later, and every
 * further keystroke begins that wait anew. Whoever typed and saved at once lost their words without a
 * sign.
 */
export const KeepTypedTextClient = createClientFeature({
  plugins: [{ Component: KeepTypedText, position: 'normal' }],
})

function KeepTypedText() {
  const [editor] = useLexicalComposerContext()
  const { fieldProps } = useEditorConfigContext()
  const { setValue } = useField<unknown>({ path: fieldProps.path })
  const { setModified } = useForm()
  const typed = useRef<EditorState | null>(null)

  useEffect(() => {
    const handOver = () => {
      if (typed.current) setValue(typed.current.toJSON())
      typed.current = null
      return false
    }
    const stopOnLeaving = editor.registerCommand(BLUR_COMMAND, handOver, COMMAND_PRIORITY_CRITICAL)
    const stopOnSaving = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => (isSave(event) ? handOver() : false),
      COMMAND_PRIORITY_CRITICAL,
    )
    return () => {
      stopOnLeaving()
      stopOnSaving()
    }
  }, [editor, setValue])

  const remember = (state: EditorState) => {
    typed.current = state
    // The button that saves answers from the first keystroke on.
    setModified(true)
  }
  return <OnChangePlugin ignoreSelectionChange onChange={remember} />
}

function isSave(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
}
