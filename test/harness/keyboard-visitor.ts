// A person who has no mouse and no finger on the glass: every field, link and button is reached with Tab, filled by typing,
// chosen with Space and the arrows, pressed with Enter. At every step the focus must be somewhere, and be seen.

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { Buffer } from 'node:buffer'
import type { OnArrival } from './browser-visitor.ts'
import type { Downloaded, Filled, Handed, HandedIn, Press } from './page-reader.ts'
import { filesOf, PageReader } from './page-reader.ts'
import { takeFile } from './take-file.ts'

/** What has the focus, as a person would tell it. */
interface Focus {
  readonly kind: string
  readonly name: string
  readonly value: string
  readonly isChecked: boolean
  readonly text: string
  readonly href: string
  /** The action of the form it is in; undefined outside of forms. */
  readonly form: string | undefined
  readonly isSeen: boolean
  readonly inView: boolean
}

const mostTabs = 600

export class KeyboardVisitor extends PageReader {
  readonly page: Page
  readonly #onArrival: OnArrival | undefined

  constructor(page: Page, onArrival?: OnArrival) {
    super()
    this.page = page
    this.#onArrival = onArrival
    // From the first: a chooser that opens before the browser has heard that somebody waits for it is lost.
    page.on('filechooser', () => undefined)
  }

  /** Types an address into the browser, as everybody does to begin with. */
  async get(url: string): Promise<this> {
    return this.#arrived((await this.page.goto(url))?.status() ?? 0)
  }

  override async follow(text: string): Promise<this> {
    this.link(text)
    await this.#tabTo(`the link "${text}"`, (focus) => focus.kind === 'a' && focus.text === text)
    return this.#pressEnter()
  }

  async submit(filled: Filled = {}, press: Press = {}): Promise<this> {
    return this.submitFiles({}, filled, press)
  }

  async submitFiles(files: Handed, filled: Filled = {}, { to, button }: Press = {}): Promise<this> {
    const action = this.form(to, button).getAttribute('action')
    const left = new Map<string, string[]>(Object.entries(filled).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]]))
    const filesLeft = new Map(Object.entries(files))
    // One walk through the form, top to bottom, as the focus goes.
    await this.#tabTo(button === undefined ? 'the button' : `the button "${button}"`, async (focus) => {
      if (focus.form !== (action ?? '')) return false
      const isButton = focus.kind === 'button submit' && left.size === 0 && filesLeft.size === 0 && (button === undefined || focus.text === button)
      if (isButton) return true
      const file = filesLeft.get(focus.name)
      if (focus.kind === 'input file' && file !== undefined) {
        await this.#choose(filesOf(file))
        filesLeft.delete(focus.name)
      }
      const values = left.get(focus.name)
      if (values !== undefined && await this.#fillFocused(focus, values)) left.delete(focus.name)
      return false
    }, () => `not yet filled: ${[...left.keys(), ...filesLeft.keys()].join(', ')}`)
    return this.#pressEnter()
  }

  async download(url: string): Promise<Downloaded> {
    await this.#tabTo(`the link to ${url}`, (focus) => focus.kind === 'a' && focus.href === url)
    return takeFile(this.page, () => this.page.keyboard.press('Enter'))
  }

  async downloadBy({ to, button }: Press): Promise<Downloaded> {
    const action = this.form(to, button).getAttribute('action') ?? ''
    await this.#tabTo('the button', (focus) => focus.form === action && focus.kind === 'button submit' && (button === undefined || focus.text === button))
    return takeFile(this.page, () => this.page.keyboard.press('Enter'))
  }

  /** Fills the control in focus; answers whether the whole field is done. */
  async #fillFocused(focus: Focus, values: string[]): Promise<boolean> {
    const { keyboard } = this.page
    switch (focus.kind) {
      case 'input radio': return this.#chooseRadio(values[0] ?? '')
      case 'input checkbox': {
        if (focus.isChecked !== values.includes(focus.value)) await keyboard.press('Space')
        const isLast = await this.page.evaluate((name) => {
          const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${name}"]`)]
          return boxes.at(-1) === document.activeElement
        }, focus.name)
        return isLast
      }
      case 'select': {
        // Home goes to the first choice; each arrow one further.
        const index = await this.page.evaluate((wanted) => {
          const list = document.activeElement as HTMLSelectElement
          return [...list.options].findIndex((option) => option.value === wanted)
        }, values[0] ?? '')
        assert.ok(index >= 0, `the list ${focus.name} offers ${values[0]}`)
        await keyboard.press('Home')
        for (let step = 0; step < index; step += 1) await keyboard.press('ArrowDown')
        return true
      }
      default: {
        const text = values.shift() ?? ''
        await keyboard.press('ControlOrMeta+a')
        if (text === '') await keyboard.press('Delete')
        // Long texts come in at once, as from dictation.
        else if (text.length > 80) await keyboard.insertText(text)
        else await keyboard.type(text)
        return values.length === 0
      }
    }
  }

  async #chooseRadio(value: string): Promise<boolean> {
    const { keyboard } = this.page
    await keyboard.press('Space')
    for (let step = 0; step < 60; step += 1) {
      const focus = await this.#focus()
      if (focus.value === value && focus.isChecked) return true
      await keyboard.press('ArrowDown')
      this.#mustBeSeen(await this.#focus())
    }
    throw new Error(`the arrows never came to ${value} on ${this.url}`)
  }

  async #choose(files: readonly HandedIn[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.page.keyboard.press('Enter')])
    await chooser.setFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })))
  }

  /** Tab after Tab until `isThere`; fails when the focus is lost, cannot be seen, or goes round without getting there. */
  async #tabTo(what: string, isThere: (focus: Focus) => boolean | Promise<boolean>, more: () => string = () => ''): Promise<void> {
    let wentRound = 0
    for (let step = 0; step < mostTabs; step += 1) {
      await this.page.keyboard.press('Tab')
      const focus = await this.#focus()
      if (focus.kind === 'body') {
        // The end of the page: the next Tab begins again at its head.
        wentRound += 1
        if (wentRound > 2) break
        continue
      }
      this.#mustBeSeen(focus)
      if (await isThere(focus)) return
    }
    throw new Error(`Tab never came to ${what} on ${this.url} (${this.heading}) ${more()}`)
  }

  #mustBeSeen(focus: Focus): void {
    const which = `${focus.kind} ${focus.name} "${focus.text.slice(0, 60)}" on ${this.url}`
    assert.notEqual(focus.kind, 'body', `the focus is lost on ${this.url}`)
    assert.ok(focus.isSeen, `the focus cannot be seen on ${which}`)
    assert.ok(focus.inView, `what has the focus is out of view: ${which}`)
  }

  async #pressEnter(): Promise<this> {
    const [response] = await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), this.page.keyboard.press('Enter')])
    return this.#arrived(response?.status() ?? 0)
  }

  async #focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const kind = element.tagName.toLowerCase()
      const control = element instanceof HTMLInputElement || element instanceof HTMLButtonElement ? element : undefined
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      const drawn = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
      // What is seen of a radio or a checkbox is drawn beside it, by its label. (No function gets a name in here: the page
      // would not know what the compiler wraps it in.)
      const box = (label && element instanceof HTMLInputElement && /radio|checkbox/.test(element.type) ? label : element).getBoundingClientRect()
      // With scripts a button that opens the chooser stands for the file field, which Tab then passes by.
      const chosenFor = element instanceof HTMLButtonElement ? element.closest('[data-module="govuk-file-upload"]')?.querySelector<HTMLInputElement>('input[type=file]') : null
      return {
        kind: chosenFor ? 'input file' : control === undefined || kind === 'a' ? kind : `${kind} ${control.type}`,
        name: (chosenFor ?? element).getAttribute('name') ?? '', value: control?.value ?? '',
        isChecked: element instanceof HTMLInputElement && element.checked,
        text: (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(), href: element.getAttribute('href') ?? '',
        form: element.closest('form') === null ? undefined : element.closest('form')?.getAttribute('action') ?? '',
        isSeen: element.matches(':focus') && drawn.some((style) =>
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0 && !/^rgba\(.*, 0\)$|^transparent$/.test(style.outlineColor)) || style.boxShadow !== 'none'
          // GOV.UK's own yellow.
          || style.backgroundColor === 'rgb(255, 221, 0)'),
        inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight,
      }
    })
  }

  async #arrived(status: number): Promise<this> {
    const { pathname, search } = new URL(this.page.url())
    this.arrive(pathname + search, status, await this.page.content())
    await this.#onArrival?.(this.page, this.root)
    return this
  }
}
