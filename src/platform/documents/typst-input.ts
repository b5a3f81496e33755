import type { Block, Cell, ListItem, PrintedDocument, Span, SummaryRow, Table } from './printed-document.ts'

export type Fonts = { readonly families: readonly string[], readonly forRightToLeft: readonly string[] }

/**
 * The document as the Typst program reads it: every optional word there as null, each table with its column widths, and text
 * that runs from right to left in spans of its own.
 */
export const typstInput = (document: PrintedDocument, fonts: Fonts): unknown => ({
  title: document.title,
  subject: document.subject ?? null,
  author: document.author ?? null,
  headerLine: document.headerLine ?? null,
  footerLine: document.footerLine ?? null,
  watermark: document.watermark ?? null,
  largePrint: document.largePrint ?? false,
  fonts: fonts.families,
  rightToLeftFonts: fonts.forRightToLeft,
  titleSpans: split([{ text: document.title }]),
  blocks: document.blocks.map(prepared),
})

const prepared = (block: Block): unknown => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': return { ...block, spans: split(block.spans) }
    case 'list': return { ...block, items: block.items.map(preparedItem) }
    case 'summary-list': return { ...block, rows: block.rows.map(preparedRow) }
    case 'table': return {
      ...block,
      caption: split([{ text: block.caption }]),
      columns: block.columns.map(split),
      rows: block.rows.map((row) => row.map(preparedCell)),
      widths: widthsOf(block),
    }
    case 'notice': return { ...block, blocks: block.blocks.map(prepared) }
    case 'page-break': return block
  }
}

const preparedItem = (item: ListItem) => ({ spans: split(item.spans), blocks: item.blocks.map(prepared) })
const preparedRow = (row: SummaryRow) =>
  ({ label: split([{ text: row.label }]), isShort: row.label.length <= 18, spans: split(row.spans) })
const preparedCell = (cell: Cell) => ({ ...cell, spans: split(cell.spans) })

const rightToLeft = /((?:[\p{Script=Arabic}\p{Script=Hebrew}][\p{M}\u200c-\u200f]*)(?:[\p{M}\p{Zs}\u200c-\u200f-]*[\p{Script=Arabic}\p{Script=Hebrew}][\p{M}\u200c-\u200f]*)*)/u

/**
 * A name of two Arabic words must stay one run in one font, its spaces too: where the font changes at a space the PDF holds
 * the words in the order in which they stand on the sheet, left to right, and reading software says the surname first.
 */
const split = (spans: readonly Span[]): readonly (Span & { readonly rightToLeft?: true })[] =>
  spans.flatMap((span) => span.text.split(rightToLeft).map((text, index) => (
    index % 2 === 1 ? { ...span, text, rightToLeft: true as const } : { ...span, text }
  ))).filter((span) => span.text !== '')

/**
 * Shares of the page for the columns: by the square root of the longest text in each, so that a column of sentences gets
 * more room than one of numbers but never all of it; and never less than its longest word needs.
 */
const widthsOf = (table: Table): readonly number[] => table.columns.map((column, index) => {
  const texts = [column, ...table.rows.map((row) => row[index]?.spans ?? [])].map((spans) => spans.map((span) => span.text).join(''))
  const longestText = Math.max(...texts.map((text) => text.length))
  const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s+/u)).map((word) => word.length))
  return Math.max(4, Math.sqrt(longestText) * 1.5, longestWord)
})
