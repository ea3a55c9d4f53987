import { useEffect, useState, type RefObject } from 'react'

/**
 * What is typed in Payload's field around an element. The field writes it beside the box in which one types, in
 * `data-value`, also when it empties the box by itself because somebody chooses, leaves or presses Escape. To listen to
 * the typing would not do: what we draw before the field has heard of it takes the letter away again.
 *
 * @param inside an element inside the field
 */
export function useTypedIn(inside: RefObject<HTMLElement | null>): string {
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const field = inside.current?.closest<HTMLElement>('.relationship')
    if (!field) return
    const look = () =>
      setTyped(field.querySelector('.rs__input-container')?.getAttribute('data-value') ?? '')
    // While the answer is on its way there is nothing to choose, and the form would be sent.
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (key === 'Enter' && target instanceof HTMLInputElement && target.value !== '')
        event.preventDefault()
    }
    const changes = new MutationObserver(look)
    changes.observe(field, { attributeFilter: ['data-value'], subtree: true })
    field.addEventListener('keydown', press, { capture: true })
    return () => {
      changes.disconnect()
      field.removeEventListener('keydown', press, { capture: true })
    }
  }, [inside])
  return typed
}
