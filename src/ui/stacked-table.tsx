// A table that has too many columns for a phone: there each row is read down the page, each cell after the name of its
// column. The rows stay rows, and the cells say that they are cells, for whoever hears the page.
import type { Content } from './govuk/attributes.ts'
import { classes } from './govuk/attributes.ts'
import type { Cell, TableProps } from './govuk/table.tsx'
import { Table } from './govuk/table.tsx'

/** The cell with its column's name beside it on a narrow window; the first cell needs none. */
export function labelled<C extends Cell>(row: readonly C[], labels: readonly Content[]): C[] {
  return row.map((cell, index) => {
    const label = labels[index]
    return { ...cell, attributes: { role: 'cell', 'data-label': index > 0 && typeof label === 'string' ? label : undefined, ...cell.attributes } }
  })
}

export function StackedTable({ head, rows, ...rest }: TableProps) {
  const labels = (head ?? []).map(({ content }) => content)
  return <Table {...rest} head={head} rows={rows.map((row) => labelled(row, labels))} class={classes('hub-stacked', rest.class)} />
}
