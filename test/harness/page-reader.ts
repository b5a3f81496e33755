// A page as somebody reads it: by heading, label and link. What is behind it (the app itself, or a real browser) differs;
// the reading is the same, so that one journey can be walked both ways.

import { parse } from 'node-html-parser'
import type { HTMLElement } from 'node-html-parser'

/** What is typed or chosen, by the field's name. */
export type Filled = Readonly<Record<string, string | readonly string[]>>
export interface Press {
  /** A form whose action ends so, or whose id it is ("#group-1"); else one in main. Of several, the first that has the button. */
  readonly to?: string
  /** The button with this text; else the form's first. */
  readonly button?: string
}
export interface HandedIn {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files chosen in each box, by the field's name: several where the box takes several. */
export type Handed = Readonly<Record<string, HandedIn | readonly HandedIn[]>>
export const filesOf = (chosen: HandedIn | readonly HandedIn[]): readonly HandedIn[] => ('bytes' in chosen ? [chosen] : chosen)

/** A file that came down from the hub. */
export interface Downloaded {
  readonly name: string
  readonly bytes: Uint8Array
}

export abstract class PageReader {
  status = 0
  url = ''
  body = ''
  headers: Readonly<Record<string, unknown>> = {}
  root: HTMLElement = parse('')

  abstract get(url: string): Promise<this>
  /** Submits a form of the page with its hidden and already filled fields, as changed by `filled`. */
  abstract submit(filled?: Filled, press?: Press): Promise<this>
  abstract submitFiles(files: Handed, filled?: Filled, press?: Press): Promise<this>

  /** Takes the file at this address, to which the page has a link. The reader stays on the page. */
  abstract download(url: string): Promise<Downloaded>
  /** Presses a button that is answered with a file. The reader stays on the page. */
  abstract downloadBy(press: Press): Promise<Downloaded>

  protected arrive(url: string, status: number, body: string, headers: Readonly<Record<string, unknown>> = {}): void {
    this.url = url
    this.status = status
    this.body = body
    this.headers = headers
    this.root = parse(body)
  }

  form(to?: string, button?: string): HTMLElement {
    const forms = to === undefined ? this.root.querySelectorAll('main form')
      : this.root.querySelectorAll('form').filter((form) => (to.startsWith('#') ? form.getAttribute('id') === to.slice(1) : (form.getAttribute('action') ?? '').endsWith(to)))
    const found = forms.find((form) => form.querySelectorAll('button').some((one) => textOf(one) === button)) ?? forms[0]
    if (found === undefined) throw new Error(`no form${to === undefined ? '' : ` to ${to}`} on ${this.url}: ${this.heading}`)
    return found
  }

  /** What the form would post if nothing were changed. */
  fieldsOf(form: HTMLElement): Map<string, string[]> {
    const fields = new Map<string, string[]>()
    const add = (name: string | undefined, value: string): void => {
      if (name !== undefined && name !== '') fields.set(name, [...(fields.get(name) ?? []), value])
    }
    for (const input of form.querySelectorAll('input')) {
      const type = input.getAttribute('type') ?? 'text'
      if (type === 'file' || type === 'submit') continue
      if ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked')) continue
      add(input.getAttribute('name'), input.getAttribute('value') ?? '')
    }
    for (const area of form.querySelectorAll('textarea')) add(area.getAttribute('name'), area.textContent.replace(/^\n/, ''))
    for (const select of form.querySelectorAll('select')) {
      const chosen = select.querySelectorAll('option').find((option) => option.hasAttribute('selected')) ?? select.querySelector('option')
      add(select.getAttribute('name'), chosen?.getAttribute('value') ?? '')
    }
    return fields
  }

  get heading(): string {
    return textOf(this.root.querySelector('h1'))
  }

  get title(): string {
    return textOf(this.root.querySelector('title'))
  }

  /** Words of the main part of the page, white space folded. */
  get text(): string {
    return textOf(this.root.querySelector('main'))
  }

  /** The same words with a space wherever a new block begins: "Stage Considering", for reading across cells and rows. */
  get words(): string {
    return (this.root.querySelector('main')?.structuredText ?? '').replaceAll(/\s+/g, ' ').trim()
  }

  /** The errors in the summary at the top. */
  get errors(): string[] {
    return this.root.querySelectorAll('.govuk-error-summary__list li').map(textOf)
  }

  /** The address of the link with this text. */
  link(text: string): string {
    const found = this.root.querySelectorAll('a').find((anchor) => textOf(anchor) === text)
    if (found === undefined) throw new Error(`no link "${text}" on ${this.url}`)
    return found.getAttribute('href') ?? ''
  }

  hasLink(text: string): boolean {
    return this.root.querySelectorAll('a').some((anchor) => textOf(anchor) === text)
  }

  async follow(text: string): Promise<this> {
    return this.get(this.link(text))
  }
}

export const textOf = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
