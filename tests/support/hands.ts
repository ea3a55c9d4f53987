import type { Locator, Page } from 'playwright-core'

/** How somebody works a page. */
export interface Hands {
  press: (control: Locator) => Promise<void>
  /** Turns from the choice that is made to the one after it. @param choice the one after it */
  turnTo: (choice: Locator) => Promise<void>
  /** Replaces what a field says. */
  write: (field: Locator, text: string) => Promise<void>
  /** Chooses in a field that refers to a document. @param field the box in which one types */
  choose: (field: Locator, title: string) => Promise<void>
  /** @param moment in the time zone of the browser, such as 2099-03-11T12:00 */
  setMoment: (field: Locator, moment: string) => Promise<void>
}

/** With the mouse, and a keyboard to write. */
export function mouse(page: Page): Hands {
  return {
    press: (control) => control.click(),
    turnTo: (choice) => choice.check(),
    write: async (field, text) => {
      await field.click()
      await page.keyboard.press('ControlOrMeta+a')
      await drawn(page)
      await page.keyboard.insertText(text)
    },
    choose: async (field, title) => {
      await field.locator('xpath=ancestor::*[contains(@class, "rs__control")]').click()
      await page.getByRole('option', { name: title, exact: true }).click()
    },
    setMoment: (field, moment) => field.fill(moment),
  }
}

/**
 * Waits until the page has been drawn once more. Rich text takes over what is selected only then, and would drop words
 * that come in the milliseconds before, which no hand is fast enough for.
 */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

/** Most controls that lie between two on a page. */
const farthest = 400

/** With the keyboard alone: whatever is used is first reached with Tab. */
export function keyboard(page: Page): Hands {
  const { press, type } = page.keyboard
  const key = press.bind(page.keyboard)
  const letters = type.bind(page.keyboard)

  async function reach(control: Locator): Promise<void> {
    await control.waitFor()
    for (let steps = 0; steps < farthest; steps += 1) {
      if (await control.evaluate((it) => it.contains(document.activeElement))) return
      await key('Tab')
    }
    throw new Error(`Tab does not lead to ${String(control)}`)
  }

  return {
    press: async (control) => {
      await reach(control)
      await key('Enter')
    },
    turnTo: async (choice) => {
      const name = await choice.getAttribute('name')
      await reach(page.locator(`input[name="${name}"]:checked`))
      await key('ArrowDown')
    },
    write: async (field, text) => {
      await reach(field)
      await key('ControlOrMeta+a')
      await drawn(page)
      await letters(text)
    },
    choose: async (field, title) => {
      await reach(field)
      await letters(title)
      await page.getByRole('option', { name: title, exact: true }).waitFor()
      await key('Enter')
    },
    setMoment: async (field, moment) => {
      await reach(field)
      const [, year, month, day, hours, minutes] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$/.exec(moment)!
      const half = Number(hours) < 12 ? 'AM' : 'PM'
      const hour = String(Number(hours) % 12 || 12).padStart(2, '0')
      await letters(`${month}${day}${year}`)
      await key('ArrowRight')
      await letters(`${hour}${minutes}${half}`)
    },
  }
}
