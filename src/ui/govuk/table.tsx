import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type Cell = Extra &
  Optional<{ content: Content; format: 'numeric'; colspan: number; rowspan: number; attributes: Attributes }>

export type TableProps = Extra & { readonly rows: readonly (readonly Cell[])[] } & Optional<{
    caption: Content
    captionSize: 's' | 'm' | 'l' | 'xl'
    captionClass: string
    head: readonly Cell[]
    firstCellIsHeader: boolean
  }>

const formatClass = (block: string, cell: Cell) => cell.format && `${block}--${cell.format}`

export function Table({ rows, caption, captionSize, captionClass, head, firstCellIsHeader, ...rest }: TableProps) {
  const captionClasses = ['govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`, captionClass]
  return (
    <table class={classes('govuk-table', rest.class)} {...rest.attributes}>
      {hasContent(caption) && <caption class={classes(...captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <th
                scope="col"
                class={classes('govuk-table__header', formatClass('govuk-table__header', cell), cell.class)}
                colspan={cell.colspan}
                rowspan={cell.rowspan}
                {...cell.attributes}
              >
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <th
                  scope="row"
                  class={classes('govuk-table__header', cell.class)}
                  colspan={cell.colspan}
                  rowspan={cell.rowspan}
                  {...cell.attributes}
                >
                  {cell.content}
                </th>
              ) : (
                <td
                  class={classes('govuk-table__cell', formatClass('govuk-table__cell', cell), cell.class)}
                  colspan={cell.colspan}
                  rowspan={cell.rowspan}
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
