import { Fragment, type ComponentChildren, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Block, Cell, Heading, List, PrintedDocument, Span, SummaryList, Table } from './printed-document.ts'

/**
 * The HTML twin as a fragment with GOV.UK classes: it starts with the document's h1 and belongs inside a page's main
 * element. Page furniture (header line, footer line, page numbers) has no place on a page that scrolls; the watermark does
 * not either, because the page itself says who is signed in.
 */
export const toHtml = (document: PrintedDocument): string => renderToString(documentView(document))

export type ViewOptions = {
  /** What a page puts of its own at the head, below the title and the notices that the document opens with. */
  readonly belowTitle?: ComponentChildren
  /** What a page puts of its own before the heading with that id: a contents list. */
  readonly before?: { readonly id: string; readonly view: ComponentChildren }
  /** Where the document stands inside a page that has its own h1: every heading is one level lower. */
  readonly inside?: true
}

/** The same as a node, for pages that are rendered in one go. */
export const documentView = (document: PrintedDocument, { belowTitle, before, inside }: ViewOptions = {}): VNode => {
  const Title = inside ? 'h2' : 'h1'
  const opening = Math.max(0, document.blocks.findIndex((block) => block.kind !== 'notice'))
  const found = before === undefined ? -1 : document.blocks.findIndex((block) => block.kind === 'heading' && block.id === before.id)
  const middle = found < 0 ? opening : Math.max(opening, found)
  return (
    <article class={document.largePrint ? 'printed-document printed-document--large' : 'printed-document'} lang={document.language}>
      <Title class="govuk-heading-l">{document.title}</Title>
      {viewOf(document.blocks.slice(0, opening), inside === true)}
      {belowTitle}
      {viewOf(document.blocks.slice(opening, middle), inside === true)}
      {before?.view}
      {viewOf(document.blocks.slice(middle), inside === true)}
    </article>
  )
}

const viewOf = (blocks: readonly Block[], inside: boolean): ComponentChildren => blocks.map((block) => blockView(block, inside))

const blockView = (block: Block, inside: boolean): VNode => {
  switch (block.kind) {
    case 'heading': return headingView(block, inside)
    case 'paragraph': return <p class="govuk-body">{spansView(block.spans)}</p>
    case 'list': return listView(block, inside)
    case 'summary-list': return summaryView(block)
    case 'table': return tableView(block)
    case 'notice': return <div class="govuk-inset-text">{viewOf(block.blocks, inside)}</div>
    // A decoration: HTML has pages only when it is printed, and then this class breaks them.
    case 'page-break': return <div class="printed-document__page-break" aria-hidden="true" />
  }
}

const headingTags = {
  1: ['h2', 'h3', 'govuk-heading-m'], 2: ['h3', 'h4', 'govuk-heading-s'], 3: ['h4', 'h5', 'govuk-heading-s'], 4: ['h5', 'h6', 'govuk-heading-s'],
} as const

const headingView = (heading: Heading, inside: boolean): VNode => {
  const [own, lower, look] = headingTags[heading.level]
  const Tag = inside ? lower : own
  return <Tag class={look} {...(heading.id === undefined ? {} : { id: heading.id })}>{spansView(heading.spans)}</Tag>
}

const listView = (list: List, inside: boolean): VNode => {
  const items = list.items.map((item) => <li>{spansView(item.spans)}{viewOf(item.blocks, inside)}</li>)
  return list.ordered
    ? <ol class="govuk-list govuk-list--number">{items}</ol>
    : <ul class="govuk-list govuk-list--bullet">{items}</ul>
}

const summaryView = (summary: SummaryList): VNode => (
  <dl class="govuk-summary-list">
    {summary.rows.map((row) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{row.label}</dt>
        <dd class="govuk-summary-list__value">{spansView(row.spans)}</dd>
      </div>
    ))}
  </dl>
)

const tableView = (table: Table): VNode => (
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-table__caption--s">{table.caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {table.columns.map((column) => <th scope="col" class="govuk-table__header">{spansView(column)}</th>)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {table.rows.map((row) => <tr class="govuk-table__row">{row.map(cellView)}</tr>)}
    </tbody>
  </table>
)

const cellView = (cell: Cell): VNode => (cell.heads === 'row'
  ? <th scope="row" class="govuk-table__header">{spansView(cell.spans)}</th>
  : <td class="govuk-table__cell">{spansView(cell.spans)}</td>)

const spansView = (spans: readonly Span[]): ComponentChildren => spans.map(spanView)

const spanView = (span: Span): VNode => {
  let view: ComponentChildren = span.text.split('\n')
    .map((line, index) => (index === 0 ? line : <Fragment><br />{line}</Fragment>))
  if (span.underline) view = <u>{view}</u>
  if (span.italic) view = <em>{view}</em>
  if (span.bold) view = <strong>{view}</strong>
  // Bold and strike beside the element's own meaning, as the key to changes says; ins and del underline and strike by default.
  if (span.change === 'added') view = <ins><strong>{view}</strong></ins>
  if (span.change === 'removed') view = <del>{view}</del>
  if (span.keyed === 'added') view = <ins class="printed-document__keyed">{view}</ins>
  if (span.keyed === 'removed') view = <del>{view}</del>
  return <Fragment>{view}</Fragment>
}
