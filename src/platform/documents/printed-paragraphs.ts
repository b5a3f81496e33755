// The paragraphs of a document in the order in which its Word file has them, as a reader has them who takes marked changes as done:
// what a copy that comes back is compared with.

import type { Block, PrintedDocument, Span } from './printed-document.ts'

export interface PrintedParagraph {
  readonly mark?: string
  readonly text: string
}

export const printedParagraphs = (document: PrintedDocument): readonly PrintedParagraph[] =>
  [{ text: document.title, ...(document.mark === undefined ? {} : { mark: document.mark }) }, ...document.blocks.flatMap(paragraphsOf)]

const said = (spans: readonly Span[], mark?: string): PrintedParagraph => ({
  text: spans.filter((span) => span.change !== 'removed' && span.keyed !== 'removed').map((span) => span.text).join(''), ...(mark === undefined ? {} : { mark }),
})

const paragraphsOf = (block: Block): readonly PrintedParagraph[] => {
  switch (block.kind) {
    case 'heading': case 'paragraph': return [said(block.spans, block.mark)]
    case 'list': return block.items.flatMap((item) => [said(item.spans), ...item.blocks.flatMap(paragraphsOf)])
    case 'summary-list': return block.rows.flatMap((row) => [{ text: row.label }, said(row.spans, row.mark)])
    case 'table': return [{ text: block.caption }, ...[block.columns, ...block.rows.map((row) => row.map((cell) => cell.spans))].flatMap((row) => row.map((spans) => said(spans)))]
    case 'notice': return block.blocks.flatMap(paragraphsOf)
    case 'page-break': return []
  }
}
