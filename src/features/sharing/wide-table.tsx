import type { TableProps } from '../../ui/govuk/table.tsx'
import { Table } from '../../ui/govuk/table.tsx'

/** A table that scrolls by itself where the screen is narrow, by keyboard too, so that the page never does. */
export function WideTable({ name, ...props }: TableProps & { readonly name: string }) {
  return <div class="hub-wide-table" role="region" aria-label={name} tabIndex={0}><Table {...props} /></div>
}
