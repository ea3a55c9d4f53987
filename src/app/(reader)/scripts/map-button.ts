/** A button as the design system has them. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'usa-button usa-button--outline'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}
