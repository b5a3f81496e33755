import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type Cell = Extra &
  Optional<{
    content: Content
    format: 'numeric'
    colspan: number
    rowspan: number
    attributes: Attributes
    /** Of a head cell whose content is not plain text: its words beside each value on a phone. */
    label: string
  }>

export type TableProps = Extra & { readonly rows: readonly (readonly Cell[])[] } & Optional<{
    caption: Content
    captionSize: 's' | 'm' | 'l' | 'xl'
    captionClass: string
    head: readonly Cell[]
    firstCellIsHeader: boolean
    /** Stays a grid on a phone too: for a table that is compared across, or GOV.UK's own fixtures. */
    staysGrid: boolean
  }>

const formatClass = (block: string, cell: Cell) => cell.format && `${block}--${cell.format}`

const labelOf = (cell: Cell | undefined): string | undefined =>
  cell?.label ?? (typeof cell?.content === 'string' ? cell.content : undefined)

/** The role is said out loud where the style sheet takes a table's display away, and with it what screen readers know of it. */
const roleOf = (stacks: boolean, role: string): Attributes => (stacks ? { role } : {})

/** On a phone a table of three columns or more shows each row as a list: the row's first cell, then "head: value". */
export function Table({ rows, caption, captionSize, captionClass, head, firstCellIsHeader, staysGrid, ...rest }: TableProps) {
  const captionClasses = ['govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`, captionClass]
  const stacks = staysGrid !== true && (head?.length ?? 0) > 2
  const besideOf = (index: number): Attributes => (stacks && index > 0 ? { 'data-label': labelOf(head?.[index]) } : {})
  return (
    <table class={classes('govuk-table', stacks && 'hub-stacks', rest.class)} {...roleOf(stacks, 'table')} {...rest.attributes}>
      {hasContent(caption) && <caption class={classes(...captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head" {...roleOf(stacks, 'rowgroup')}>
          <tr class="govuk-table__row" {...roleOf(stacks, 'row')}>
            {head.map((cell) => (
              <th
                scope="col"
                class={classes('govuk-table__header', formatClass('govuk-table__header', cell), cell.class)}
                colspan={cell.colspan}
                rowspan={cell.rowspan}
                {...roleOf(stacks, 'columnheader')}
                {...cell.attributes}
              >
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" {...roleOf(stacks, 'rowgroup')}>
        {rows.map((row) => (
          <tr class="govuk-table__row" {...roleOf(stacks, 'row')}>
            {row.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <th
                  scope="row"
                  class={classes('govuk-table__header', cell.class)}
                  colspan={cell.colspan}
                  rowspan={cell.rowspan}
                  {...roleOf(stacks, 'rowheader')}
                  {...cell.attributes}
                >
                  {cell.content}
                </th>
              ) : (
                <td
                  class={classes('govuk-table__cell', formatClass('govuk-table__cell', cell), cell.class)}
                  colspan={cell.colspan}
                  rowspan={cell.rowspan}
                  {...roleOf(stacks, 'cell')}
                  {...besideOf(index)}
                  {...cell.attributes}
                >
                  {cell.content}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
