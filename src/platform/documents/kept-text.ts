// The words of an uploaded report as they are kept: one plain text, and the structure by offsets into it, so that a page can
// show the report and a line of another document can point to the words that it rests on.

/** `rule` is drawing, not words: a Markdown line of dashes. Everything else is read out. */
export type TextBlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'rule'

export type TextBlock = {
  readonly kind: TextBlockKind
  /** First character and the one after the last, in UTF-16 units of the kept text. Blocks are in order and never overlap. */
  readonly start: number
  readonly end: number
  /** Headings: 1 to 6. List items: 1 for the outermost. */
  readonly level?: number
  /** PDF only, from 1: the page on which the block begins. */
  readonly page?: number
}

export type KeptText = { readonly text: string, readonly blocks: readonly TextBlock[], readonly pages?: number }

export type Piece = { readonly kind: TextBlockKind, readonly text: string, readonly level?: number, readonly page?: number }

export const cellGap = ' | '

/** Lays the pieces one under the other: an empty line between blocks, rows of one table and items of one list close together. */
export const keptText = (pieces: readonly Piece[]): KeptText => {
  let text = ''
  const blocks: TextBlock[] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    const words = piece.text.trim()
    if (words === '') continue
    if (before !== undefined) text += before.kind === piece.kind && closeTogether.has(piece.kind) ? '\n' : '\n\n'
    const { kind, level, page } = piece
    blocks.push({
      kind, start: text.length, end: text.length + words.length,
      ...(level === undefined ? {} : { level }), ...(page === undefined ? {} : { page }),
    })
    text += words
    before = piece
  }
  return { text, blocks }
}

const closeTogether: ReadonlySet<TextBlockKind> = new Set(['list-item', 'table-row'])

/** The page on which an offset stands, where the text came from a PDF. */
export const pageAt = (kept: KeptText, offset: number): number | undefined =>
  kept.blocks.findLast((block) => block.start <= offset)?.page
