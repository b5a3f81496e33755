import { isId } from '../../../domain/ids.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FaultsWanted } from './register-store.ts'
import { standings } from './register-store.ts'

export interface FaultsAddress extends FaultsWanted {
  /** From 1. */
  readonly page: number
}

/** Reads the address; what cannot be read is left out. */
export function readFaultsAddress(query: FormBody): FaultsAddress {
  const [officer, rule] = [query.text('officer'), query.text('rule')]
  const standing = standings.find((one) => one === query.text('kind'))
  const page = Number(query.text('page'))
  return {
    ...(standing === undefined ? {} : { standing }), ...(officer === 'nobody' || isId(officer) ? { officer } : {}), ...(ruleById.has(rule) ? { rule } : {}),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

type Change = { readonly [K in keyof FaultsAddress]?: FaultsAddress[K] | undefined }

/** The same list with something changed; another filter begins at its first page. */
export function faultsAddress(area: string, address: FaultsAddress, change: Change = {}): string {
  const { standing, officer, rule, page } = { ...address, page: 1, ...change }
  return paths.returnFaults({ area }, { kind: standing, officer, rule, page: page !== undefined && page > 1 ? page : undefined })
}

export const isNarrowed = ({ standing, officer, rule }: FaultsAddress): boolean => (standing ?? officer ?? rule) !== undefined
