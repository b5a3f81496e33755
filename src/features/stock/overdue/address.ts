import { isId } from '../../../domain/ids.ts'
import { isAgeBand } from '../../../domain/stock/age-bands.ts'
import { isOverdueKind, isOverdueStage } from '../../../domain/stock/overdue-kinds.ts'
import { isHolder } from '../../../domain/timeline/next-step.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { OverdueWanted } from '../stock-store.ts'

/** What the list shows, as its address says it, so that a link shows a colleague the same. */
export interface OverdueAddress extends OverdueWanted {
  /** From 1. */
  readonly page: number
}

/** Reads the address; what cannot be read is left out. */
export function readOverdueAddress(query: FormBody): OverdueAddress {
  const [kind, officer, turn, band, stage] = ['kind', 'officer', 'turn', 'band', 'stage'].map((name) => query.text(name)) as [string, string, string, string, string]
  const number = Number(query.text('page'))
  return {
    ...(isOverdueKind(kind) ? { kind } : {}), ...(officer === 'nobody' || isId(officer) ? { officer } : {}), ...(isHolder(turn) ? { turn } : {}),
    ...(isAgeBand(band) ? { band } : {}), ...(isOverdueStage(stage) ? { stage } : {}), ...(query.text('past') === 'yes' ? { isPastOnly: true } : {}),
    page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
  }
}

type Change = { readonly [K in keyof OverdueAddress]?: OverdueAddress[K] | undefined }

/** The address of the same list with something changed; another filter begins at its first page. */
export function overdueAddress(address: OverdueAddress, change: Change = {}): string {
  const { kind, officer, turn, band, stage, isPastOnly, page } = { ...address, page: 1, ...change }
  return paths.overdue({ kind, officer, turn, band, stage, past: isPastOnly === true ? 'yes' : undefined, page: page !== undefined && page > 1 ? page : undefined })
}

export const isNarrowed = ({ kind, officer, turn, band, stage, isPastOnly }: OverdueAddress): boolean =>
  (kind ?? officer ?? turn ?? band ?? stage) !== undefined || isPastOnly === true
