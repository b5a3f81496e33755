// A table that can be put in another order: by links, where the server sorts the whole list, or in the page with script,
// where all the rows are there anyway.
import type { Content, Extra, Optional } from '../govuk/attributes.ts'
import { Table, type Cell, type TableProps } from '../govuk/table.tsx'

export type Order = 'ascending' | 'descending'

export type Column = { readonly label: string } & Optional<{
  /** How the list is ordered now, when it is ordered by this column. */
  order: Order
  /** The address of the list ordered by this column; the other way round when it is so ordered already. */
  sortHref: string
  /** Orders the rows in the page. Cells give a `sortValue` where their words would sort wrongly. */
  sortsInPage: boolean
  format: 'numeric'
  class: string
}>

export type SortableCell = Cell & Optional<{ sortValue: string | number }>

export type SortableTableProps = Extra & {
  readonly caption: Content
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly SortableCell[])[]
} & Pick<TableProps, 'captionSize' | 'captionClass' | 'firstCellIsHeader'>

const arrows: { readonly [order in Order | 'none']: string } = {
  ascending: 'M6.5625 15.5L11 6.63125L15.4375 15.5H6.5625Z',
  descending: 'M15.4375 7L11 15.8687L6.5625 7L15.4375 7Z',
  none: 'M8.1875 9.5L10.9609 3.95703L13.7344 9.5H8.1875Z M13.7344 12.0781L10.9609 17.6211L8.1875 12.0781H13.7344Z',
}

function SortLink({ column }: { column: Column & { readonly sortHref: string } }) {
  return (
    <a class="hub-sort-link" href={column.sortHref}>
      {column.label}
      <svg width="22" height="22" focusable="false" aria-hidden="true" viewBox="0 0 22 22">
        <path d={arrows[column.order ?? 'none']} fill="currentColor" />
      </svg>
    </a>
  )
}

function headOf(column: Column): Cell {
  const { sortHref } = column
  const sorts = column.sortsInPage || sortHref !== undefined
  return {
    content: sortHref === undefined ? column.label : <SortLink column={{ ...column, sortHref }} />,
    label: column.label,
    format: column.format,
    class: column.class,
    attributes: { 'aria-sort': sorts ? (column.order ?? 'none') : undefined },
  }
}

export function SortableTable({ columns, rows, attributes, ...rest }: SortableTableProps) {
  const inPage = columns.some((column) => column.sortsInPage)
  return (
    <div class="moj-scrollable-pane">
      <Table
        {...rest}
        attributes={{ 'data-module': inPage ? 'moj-sortable-table' : undefined, ...attributes }}
        head={columns.map(headOf)}
        rows={rows.map((row) =>
          row.map(({ sortValue, ...cell }) => ({
            ...cell,
            attributes: { 'data-sort-value': sortValue, ...cell.attributes },
          })),
        )}
      />
    </div>
  )
}
