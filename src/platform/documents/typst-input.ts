import type { Block, PrintedDocument, Span, Table } from './printed-document.ts'

export type Fonts = {
  /** Tried for each letter in this order. */
  readonly families: readonly string[]
  /** For words that the first family cannot draw. One family each where possible: see split. */
  readonly byScript: Readonly<Record<Script, readonly string[]>>
  readonly firstFamilyHas: (letter: string) => boolean
}
export type Script = 'arabic' | 'hebrew' | 'other'

/**
 * The document as the Typst program reads it: every optional word there as null, each table with its column widths, and words
 * that the first font lacks in spans of their own.
 */
export const typstInput = (document: PrintedDocument, fonts: Fonts): unknown => {
  const split = splitter(fonts)
  const only = (text: string) => split([{ text }])
  const prepared = (block: Block): unknown => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph': return { ...block, spans: split(block.spans) }
      case 'list': return {
        ...block, items: block.items.map((item) => ({ spans: split(item.spans), blocks: item.blocks.map(prepared) })),
      }
      case 'summary-list': return {
        ...block,
        rows: block.rows.map((row) => ({ label: only(row.label), isShort: row.label.length <= 18, spans: split(row.spans) })),
      }
      case 'table': return {
        ...block,
        caption: only(block.caption),
        columns: block.columns.map(split),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, spans: split(cell.spans) }))),
        widths: widthsOf(block),
      }
      case 'notice': return { ...block, blocks: block.blocks.map(prepared) }
      case 'page-break': return block
    }
  }
  return {
    title: document.title,
    titleSpans: only(document.title),
    subject: document.subject ?? null,
    author: document.author ?? null,
    headerLine: document.headerLine === undefined ? null : only(document.headerLine),
    footerLine: document.footerLine === undefined ? null : only(document.footerLine),
    watermark: document.watermark === undefined ? null : only(document.watermark),
    largePrint: document.largePrint ?? false,
    fonts: fonts.families,
    fontsByScript: fonts.byScript,
    blocks: document.blocks.map(prepared),
  }
}

/** Words of one right-to-left script with the spaces between them, or any single word. */
const arabicWords = String.raw`\p{Script=Arabic}[\p{M}\u200c-\u200f]*(?:[\p{M}\p{Zs}\u200c-\u200f-]*\p{Script=Arabic}[\p{M}\u200c-\u200f]*)*`
const hebrewWords = String.raw`\p{Script=Hebrew}\p{M}*(?:[\p{M}\p{Zs}-]*\p{Script=Hebrew}\p{M}*)*`
const anyWord = String.raw`[^\s\p{Script=Arabic}\p{Script=Hebrew}]+`
const stretches = new RegExp(`(${arabicWords}|${hebrewWords}|${anyWord})`, 'u')

/**
 * A name of two Arabic words must stay one run in one font, its spaces too: where the font changes at a space the PDF holds
 * the words in the order in which they stand on the sheet, left to right, and reading software says the surname first.
 */
const splitter = (fonts: Fonts) => {
  const scriptOf = (text: string): Script | undefined => {
    if (/\p{Script=Arabic}/u.test(text)) return 'arabic'
    if (/\p{Script=Hebrew}/u.test(text)) return 'hebrew'
    const isDrawn = (letter: string) => /^[\s\p{M}\p{Cf}]$/u.test(letter) || fonts.firstFamilyHas(letter)
    return [...text].every(isDrawn) ? undefined : 'other'
  }
  return (spans: readonly Span[]): readonly (Span & { readonly script?: Script })[] => spans.flatMap((span) => {
    const text = span.text.normalize('NFC')
    if (scriptOf(text) === undefined) return [{ ...span, text }]
    return text.split(stretches).filter((part) => part !== '').map((part) => {
      const script = scriptOf(part)
      return { ...span, text: part, ...(script === undefined ? {} : { script }) }
    })
  })
}

/**
 * Shares of the page for the columns: by the square root of the longest text in each, so that a column of sentences gets
 * more room than one of numbers but never all of it; and never less than its longest word needs.
 */
const widthsOf = (table: Table): readonly number[] => table.columns.map((column, index) => {
  const cells = [column, ...table.rows.map((row) => row[index]?.spans ?? [])]
  const texts = cells.map((spans) => spans.map((span) => span.text).join(''))
  const longestText = Math.max(...texts.map((text) => text.length))
  const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s+/u)).map((word) => word.length))
  return Math.max(4, Math.sqrt(longestText) * 1.5, longestWord)
})
