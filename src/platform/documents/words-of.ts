import type { Block, PrintedDocument, Span } from './printed-document.ts'

/**
 * The words of a document in reading order, for proving that its twins say the same. Page furniture (header, footer,
 * watermark, page numbers) and list markers are not words of the document.
 */
export const wordsOf = (document: PrintedDocument): readonly string[] =>
  wordsIn([document.title, ...document.blocks.flatMap(textsOf)].join('\n'))

/** One spelling for what formats may write differently: composed letters, no soft hyphens or zero-width marks, any space. */
export const wordsIn = (text: string): readonly string[] =>
  text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').split(/\s+/u)
    .filter((word) => word !== '')

const textOf = (spans: readonly Span[]) => spans.map((span) => span.text).join('')

const textsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': return [textOf(block.spans)]
    case 'list': return block.items.flatMap((item) => [textOf(item.spans), ...item.blocks.flatMap(textsOf)])
    case 'summary-list': return block.rows.flatMap((row) => [row.label, textOf(row.spans)])
    case 'table': return [
      block.caption, ...block.columns.map(textOf), ...block.rows.flatMap((row) => row.map((one) => textOf(one.spans))),
    ]
    case 'notice': return block.blocks.flatMap(textsOf)
    case 'page-break': return []
  }
}
