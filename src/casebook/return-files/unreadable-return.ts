/** A return that cannot be read on: not its values, which are faults, but the file itself. */
export class UnreadableReturn extends Error {
  readonly why: string
  /** Which of several files; undefined where there is one. */
  readonly file: string | undefined
  /** From 1. */
  readonly line: number
  /** In XML the character, in CSV the cell, from 1. */
  readonly column: number
  constructor(why: string, { file, line, column }: { readonly file?: string | undefined; readonly line: number; readonly column: number }) {
    super(`${file === undefined ? '' : `${file}: `}line ${line}, column ${column}: ${why}`)
    this.name = 'UnreadableReturn'
    this.why = why
    this.file = file
    this.line = line
    this.column = column
  }
}
