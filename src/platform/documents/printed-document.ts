// One neutral model of a document that leaves the house. The web page, the PDF and the Word file are all made from it, so
// that the three twins cannot drift apart. Nothing here knows what the document is about.

export type Change = 'added' | 'removed'

/** A run of text with one look. A line feed inside `text` is a line break in every format. */
export type Span = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly change?: Change
  /** Added or taken out where the document has a key of its own: bold, italic and underline say whose change it is, and what is taken out is struck through. */
  readonly keyed?: Change
}

/** A name by which a paragraph is found again in a Word file that comes back: a hidden bookmark there, nothing elsewhere. */
export type Mark = string

/** Level 1 is the first level below the document's title: it becomes h2 in HTML, H2 in the PDF, "Heading 2" in Word. */
export type HeadingLevel = 1 | 2 | 3 | 4

export type Heading = {
  readonly kind: 'heading', readonly level: HeadingLevel, readonly spans: readonly Span[], readonly id?: string, readonly mark?: Mark
}
export type Paragraph = { readonly kind: 'paragraph', readonly spans: readonly Span[], readonly mark?: Mark }
export type ListItem = { readonly spans: readonly Span[], readonly blocks: readonly Block[] }
export type List = { readonly kind: 'list', readonly ordered: boolean, readonly items: readonly ListItem[] }
export type SummaryRow = { readonly label: string, readonly spans: readonly Span[], readonly mark?: Mark }
export type SummaryList = { readonly kind: 'summary-list', readonly rows: readonly SummaryRow[] }
export type Cell = { readonly spans: readonly Span[], readonly heads?: 'row' }
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  /** Every one of these heads its column. */
  readonly columns: readonly (readonly Span[])[]
  /** Each row has as many cells as there are columns. */
  readonly rows: readonly (readonly Cell[])[]
}
export type Notice = { readonly kind: 'notice', readonly blocks: readonly Block[] }
export type PageBreak = { readonly kind: 'page-break' }

export type Block = Heading | Paragraph | List | SummaryList | Table | Notice | PageBreak

export type PrintedDocument = {
  readonly title: string
  readonly language: 'en-GB'
  readonly subject?: string
  readonly author?: string
  /** Page furniture: repeated on each sheet, no part of the document's own words. */
  readonly headerLine?: string
  readonly footerLine?: string
  /** Who this copy is for, repeated on each sheet so that a stray copy can be traced. Page furniture as well. */
  readonly watermark?: string
  /** 18 point type, as the RNIB and the UK Association for Accessible Formats ask for. */
  readonly largePrint?: boolean
  /** On the title. */
  readonly mark?: Mark
  readonly blocks: readonly Block[]
}

/** What the builders take as text: a string, one span, or a row of both. */
export type Words = string | Span | readonly (string | Span)[]

export const spansOf = (words: Words): readonly Span[] => {
  const list: readonly (string | Span)[] = typeof words === 'string' || 'text' in words ? [words] : words
  return list.map((part) => (typeof part === 'string' ? { text: part } : part)).filter((span) => span.text !== '')
}

export const bold = (text: string): Span => ({ text, bold: true })
export const italic = (text: string): Span => ({ text, italic: true })
export const underlined = (text: string): Span => ({ text, underline: true })
export const added = (text: string): Span => ({ text, change: 'added' })
export const removed = (text: string): Span => ({ text, change: 'removed' })

export const heading = (level: HeadingLevel, words: Words, id?: string): Heading =>
  ({ kind: 'heading', level, spans: spansOf(words), ...(id === undefined ? {} : { id }) })

export const paragraph = (...words: readonly (string | Span)[]): Paragraph => ({ kind: 'paragraph', spans: spansOf(words) })

export const listItem = (words: Words, ...blocks: readonly Block[]): ListItem => ({ spans: spansOf(words), blocks })

const itemOf = (item: Words | ListItem): ListItem =>
  typeof item === 'object' && 'blocks' in item ? item : listItem(item)

export const bulletList = (items: readonly (Words | ListItem)[]): List =>
  ({ kind: 'list', ordered: false, items: items.map(itemOf) })

export const numberedList = (items: readonly (Words | ListItem)[]): List =>
  ({ kind: 'list', ordered: true, items: items.map(itemOf) })

export const summaryList = (rows: readonly (readonly [label: string, words: Words])[]): SummaryList =>
  ({ kind: 'summary-list', rows: rows.map(([label, words]) => ({ label, spans: spansOf(words) })) })

export const cell = (words: Words): Cell => ({ spans: spansOf(words) })
export const rowHeading = (words: Words): Cell => ({ spans: spansOf(words), heads: 'row' })

const cellOf = (given: Words | Cell): Cell => (typeof given === 'object' && 'spans' in given ? given : cell(given))

export const table = (caption: string, columns: readonly Words[], rows: readonly (readonly (Words | Cell)[])[]): Table => {
  for (const row of rows) {
    if (row.length !== columns.length) {
      throw new Error(`table "${caption}" has ${columns.length} columns and a row of ${row.length} cells`)
    }
  }
  return { kind: 'table', caption, columns: columns.map(spansOf), rows: rows.map((row) => row.map(cellOf)) }
}

export const notice = (...blocks: readonly Block[]): Notice => ({ kind: 'notice', blocks })
export const pageBreak: PageBreak = { kind: 'page-break' }

/** The key that a document with marked changes opens with: the marks never rest on colour alone (WCAG 2.2, 1.4.1). */
export const keyToChanges: Notice = notice(paragraph(
  'How changes are shown: ', added('words that were added are bold and underlined'), '; ',
  removed('words that were taken out are struck through'), '.',
))

/** Says the changes in words too, for readers whose software does not read out how text looks. */
export const withChangesInWords = (document: PrintedDocument): PrintedDocument =>
  ({ ...document, blocks: document.blocks.map((block) => mapSpans(block, sayChange)) })

const sayChange = (span: Span): Span => {
  if (span.change === undefined) return span
  return { ...span, text: `[${span.change === 'added' ? 'added' : 'taken out'}: ${span.text}]` }
}

const mapSpans = (block: Block, change: (span: Span) => Span): Block => {
  const each = (spans: readonly Span[]) => spans.map(change)
  switch (block.kind) {
    case 'heading':
    case 'paragraph': return { ...block, spans: each(block.spans) }
    case 'list': return {
      ...block,
      items: block.items.map((item) => (
        { spans: each(item.spans), blocks: item.blocks.map((inner) => mapSpans(inner, change)) }
      )),
    }
    case 'summary-list': return { ...block, rows: block.rows.map((row) => ({ ...row, spans: each(row.spans) })) }
    case 'table': return {
      ...block,
      columns: block.columns.map(each),
      rows: block.rows.map((row) => row.map((one) => ({ ...one, spans: each(one.spans) }))),
    }
    case 'notice': return { ...block, blocks: block.blocks.map((inner) => mapSpans(inner, change)) }
    case 'page-break': return block
  }
}

/**
 * Makes a document and proves what the formats rest on: a title, and headings that never skip a level (PDF/UA-1, 7.4.2;
 * WCAG 1.3.1). Breaking these is a fault of the caller's code, so it throws.
 */
export const printedDocument = (given: Omit<PrintedDocument, 'language'>): PrintedDocument => {
  if (given.title.trim() === '') throw new Error('a printed document needs a title')
  let above = 0
  for (const found of headingsOf(given.blocks)) {
    const words = found.spans.map((span) => span.text).join('')
    if (words.trim() === '') throw new Error('a heading has no words')
    if (found.level > above + 1) throw new Error(`heading "${words}" jumps from level ${above} to level ${found.level}`)
    above = found.level
  }
  return { ...given, language: 'en-GB' }
}

/** All headings in reading order, those inside notices and list items too. */
export const headingsOf = (blocks: readonly Block[]): readonly Heading[] => blocks.flatMap((block): readonly Heading[] => {
  if (block.kind === 'heading') return [block]
  if (block.kind === 'notice') return headingsOf(block.blocks)
  if (block.kind === 'list') return block.items.flatMap((item) => headingsOf(item.blocks))
  return []
})
