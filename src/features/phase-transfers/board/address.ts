import type { TransferKind } from '../../../domain/transfer/phases.ts'
import type { TransferRisk, TransferStep } from '../../../domain/transfer/progress.ts'
import { paths } from '../../../paths.ts'
import type { TransferStanding } from '../cohort-store.ts'

/** What the board shows, as its address says it. */
export interface BoardAddress {
  readonly area: string
  readonly year: number
  readonly standing: TransferStanding
  readonly kind?: TransferKind
  readonly step?: TransferStep
  readonly risk?: TransferRisk
  /** From 1. */
  readonly page?: number
}

type Change = { readonly [K in keyof BoardAddress]?: BoardAddress[K] | undefined }
const queryOf = ({ year, standing, kind, step, risk, page }: Change) => ({ year, show: standing === 'moves' ? undefined : standing, kind, step, risk, page: page !== undefined && page > 1 ? page : undefined })

export const boardAddress = (address: BoardAddress, change: Change = {}): string => paths.transfers({ area: address.area }, queryOf({ ...address, ...change }))
