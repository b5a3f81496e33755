// What a form posted: text by field name and files. Nothing is interpreted here; each page's form.ts does that.

import type { PassingFile } from '../files/passing-files.ts'

export interface UploadedFile {
  readonly field: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** The file went over the limit and was cut off; the other fields of the form are whole. */
  readonly isTooBig: boolean
  /** Of a form whose files pass through the disk: where this one is. Then `bytes` is empty. */
  readonly passing?: PassingFile
}

export class FormBody {
  readonly #fields: ReadonlyMap<string, readonly string[]>
  readonly files: readonly UploadedFile[]

  constructor(fields: ReadonlyMap<string, readonly string[]>, files: readonly UploadedFile[] = []) {
    // Nobody types a zero byte, and a database takes none.
    this.#fields = new Map([...fields].map(([name, values]) => [name, values.map((value) => value.replaceAll('\u0000', ''))]))
    this.files = files
  }

  /** From plain objects: query strings, tests. */
  static of(fields: Readonly<Record<string, string | readonly string[]>>): FormBody {
    return new FormBody(new Map(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]])))
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  /** The field as typed with outer white space trimmed and line ends as \n; empty when absent. */
  text(name: string): string {
    return this.raw(name).replaceAll('\r\n', '\n').trim()
  }

  /** The field exactly as posted; empty when absent. The first one, when a name was posted several times. */
  raw(name: string): string {
    return this.#fields.get(name)?.[0] ?? ''
  }

  /** All values posted under a name: checkboxes, repeated rows. */
  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? []
  }

  /** Field names posted, in order. */
  names(): readonly string[] {
    return [...this.#fields.keys()]
  }

  /** Everything as typed, to show a wrong form again. Hidden marks of the program itself are left out. */
  values(): Record<string, string | readonly string[]> {
    return Object.fromEntries([...this.#fields].filter(([name]) => !name.startsWith('_'))
      .map(([name, values]) => [name, values.length === 1 ? values[0] ?? '' : values]))
  }
}
