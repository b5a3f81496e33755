// Pages of a list that is too long for one: the first, the last, and those next to where one is.

import { Pagination, type PageItem } from './govuk/pagination.tsx'

interface Props {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

export function ListPages({ page, pages, hrefOf }: Props) {
  if (pages < 2) return null
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages)
  const items = wanted.flatMap((one, index): PageItem[] => [
    ...(index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [{ ellipsis: true } as const] : []),
    { number: one, href: hrefOf(one), ...(one === page ? { current: true } : {}) },
  ])
  return (
    <Pagination
      items={items}
      {...(page > 1 ? { previous: { href: hrefOf(page - 1) } } : {})}
      {...(page < pages ? { next: { href: hrefOf(page + 1) } } : {})}
    />
  )
}

export interface PageOf<T> { readonly rows: readonly T[]; readonly page: number; readonly pages: number; readonly total: number }

/** The part of a list that a page shows. What was asked for and is not there is the last page that is. */
export function pageOf<T>(all: readonly T[], wanted: number, rowsAPage: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / rowsAPage))
  const page = Math.min(Math.max(1, Number.isInteger(wanted) ? wanted : 1), pages)
  return { rows: all.slice((page - 1) * rowsAPage, page * rowsAPage), page, pages, total: all.length }
}
