import { paths } from '../../../paths.ts'
import type { CaseWanted, SortKey } from '../case-rows-store.ts'

/** What the list shows, as its address says it. */
export interface ListAddress extends CaseWanted {
  readonly sort: SortKey
  readonly isDescending: boolean
  /** From 1. */
  readonly page: number
}

/** The address of the same list with something changed; another filter or order begins at its first page. */
export function addressOf(address: ListAddress, change: Partial<ListAddress> = {}): string {
  const { stage, officer, due, nextStep, sort, isDescending, page } = { ...address, page: 1, ...change }
  return paths.caseList({
    stage, officer, due, next: nextStep, sort: sort === 'due' ? undefined : sort, order: isDescending ? 'down' : undefined, page: page > 1 ? page : undefined,
  })
}
