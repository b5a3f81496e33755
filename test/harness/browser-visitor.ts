// The same reader over a real browser: it types into the boxes that are there, ticks what is there, presses the button that
// is there, with scripts or without.

import { Buffer } from 'node:buffer'
import type { HTMLElement } from 'node-html-parser'
import type { Locator, Page } from 'playwright-core'
import type { Downloaded, Filled, Handed, Press } from './page-reader.ts'
import { filesOf, PageReader } from './page-reader.ts'
import { takeFile } from './take-file.ts'

/** Told of each page arrived at, as it is and as it was read: axe, screenshots. */
export type OnArrival = (page: Page, root: HTMLElement) => Promise<void>

export class BrowserVisitor extends PageReader {
  readonly page: Page
  readonly #onArrival: OnArrival | undefined

  constructor(page: Page, onArrival?: OnArrival) {
    super()
    this.page = page
    this.#onArrival = onArrival
  }

  async get(url: string): Promise<this> {
    const response = await this.page.goto(url)
    return this.#arrived(response?.status() ?? 0)
  }

  async submit(filled: Filled = {}, { to, button }: Press = {}): Promise<this> {
    const form = await this.#formOnPage(to, button)
    await this.#fill(form, filled)
    return this.#press(form, button)
  }

  async submitFiles(files: Handed, filled: Filled = {}, { to, button }: Press = {}): Promise<this> {
    const form = await this.#formOnPage(to, button)
    for (const [name, chosen] of Object.entries(files)) {
      await form.locator(`input[type=file][name="${name}"]`).setInputFiles(filesOf(chosen).map((file) => ({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) })))
    }
    await this.#fill(form, filled)
    return this.#press(form, button)
  }

  async download(url: string): Promise<Downloaded> {
    return takeFile(this.page, () => this.page.locator(`a[href="${url}"]`).first().click())
  }

  async downloadBy({ to, button }: Press): Promise<Downloaded> {
    const form = await this.#formOnPage(to, button)
    return takeFile(this.page, () => (button === undefined ? form.locator('button[type=submit]').first() : form.getByRole('button', { name: button, exact: true }).first()).click())
  }

  async #formOnPage(to: string | undefined, button: string | undefined): Promise<Locator> {
    const forms = this.page.locator(to === undefined ? 'main form' : to.startsWith('#') ? `form[id="${to.slice(1)}"]` : `form[action$="${to}"]`)
    if (button === undefined || await forms.count() < 2) return forms.first()
    const own = forms.filter({ has: this.page.getByRole('button', { name: button, exact: true }) })
    return (await own.count() > 0 ? own : forms).first()
  }

  async #press(form: Locator, button: string | undefined): Promise<this> {
    const pressed = button === undefined ? form.locator('button[type=submit]').first() : form.getByRole('button', { name: button, exact: true }).first()
    const [response] = await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), pressed.click()])
    return this.#arrived(response?.status() ?? 0)
  }

  async #fill(form: Locator, filled: Filled): Promise<void> {
    for (const [name, value] of Object.entries(filled)) {
      const values = typeof value === 'string' ? [value] : value
      const controls = form.locator(`[name="${name}"]`)
      const first = controls.first()
      const { tag, isFoldedAway } = await first.evaluate((element) => ({
        tag: `${element.tagName} ${element.getAttribute('type') ?? ''}`.toLowerCase(), isFoldedAway: element.closest('details:not([open])') !== null,
      }))
      if (isFoldedAway) await this.#unfold(first)
      if (tag.startsWith('select')) await first.selectOption([...values])
      else if (tag.includes('radio')) await form.locator(`[name="${name}"][value="${values[0] ?? ''}"]`).check({ force: true })
      else if (tag.includes('checkbox')) {
        for (const box of await controls.all()) await box.setChecked(values.includes(await box.getAttribute('value') ?? 'on'), { force: true })
      } else {
        for (const [index, one] of values.entries()) await controls.nth(index).fill(one)
      }
    }
  }

  /** Opens what a control is folded away in, the outermost first, as a person must. */
  async #unfold(control: Locator): Promise<void> {
    const closed = control.locator('xpath=ancestor::details[not(@open)]/summary')
    while (await closed.count() > 0) await closed.first().click()
  }

  async #arrived(status: number): Promise<this> {
    const { pathname, search } = new URL(this.page.url())
    this.arrive(pathname + search, status, await this.page.content())
    await this.#onArrival?.(this.page, this.root)
    return this
  }
}

