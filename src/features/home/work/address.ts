import { whys } from '../../../domain/case-file/work-reasons.ts'
import { isId } from '../../../domain/ids.ts'
import { isHolder } from '../../../domain/timeline/next-step.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { WorkWanted } from '../work-store.ts'

/** What the list of work shows, as its address says it. An officer is always named by id, so that a link shows a colleague the same. */
export interface WorkAddress extends WorkWanted {
  /** From 1. */
  readonly page: number
}

/** Reads the address; `own` is whose list it is when the address names nobody. What cannot be read is left out. */
export function readWorkAddress(query: FormBody, own: string | undefined): WorkAddress {
  const officer = query.text('officer')
  const why = whys.find((one) => one === query.text('why'))
  const waiting = query.text('waiting')
  const number = Number(query.text('page'))
  const whose = officer === 'nobody' || isId(officer) ? officer : officer === 'all' ? undefined : own
  return {
    ...(whose === undefined ? {} : { officer: whose }), ...(why === undefined ? {} : { why }), ...(isHolder(waiting) ? { waiting } : {}),
    page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
  }
}

/** Whether the address asks for a list of work at all: a colleague's link does, also for who has none of their own. */
export const asksForWork = (query: FormBody): boolean => ['officer', 'why', 'waiting'].some((name) => query.text(name) !== '')

type Change = { readonly [K in keyof WorkAddress]?: WorkAddress[K] | undefined }

/** The address of the same list with something changed; another filter begins at its first page. */
export function workAddress(address: WorkAddress, change: Change = {}): string {
  const { officer, why, waiting, page } = { ...address, page: 1, ...change }
  return paths.home({ officer: officer ?? 'all', why, waiting, page: page !== undefined && page > 1 ? page : undefined })
}
