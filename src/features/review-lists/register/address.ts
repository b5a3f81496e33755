import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import { isId } from '../../../domain/ids.ts'
import { isPlannedKind, isPlannedState } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { RegisterWanted } from '../register-store.ts'

/** What the register shows, as its address says it, so that a link shows a colleague the same. */
export interface RegisterAddress extends RegisterWanted {
  readonly area: string
  /** From 1. */
  readonly page: number
}

/** Reads the address; what cannot be read is left out. `terms` are those that can be chosen. */
export function readRegisterAddress(query: FormBody, area: string, terms: readonly SchoolTerm[]): RegisterAddress {
  const [state, kind, officer, settingId, termFrom] = ['state', 'kind', 'officer', 'setting', 'term'].map((name) => query.text(name)) as [string, string, string, string, string]
  const term = terms.find(({ firstDay }) => firstDay === termFrom)
  const number = Number(query.text('page'))
  return {
    area, page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
    ...(isPlannedState(state) ? { state } : {}), ...(isPlannedKind(kind) ? { kind } : {}), ...(officer === 'nobody' || isId(officer) ? { officer } : {}),
    ...(isId(settingId) ? { settingId } : {}), ...(term === undefined ? {} : { term }),
  }
}

type Change = { readonly [K in keyof RegisterAddress]?: RegisterAddress[K] | undefined }

const queryOf = ({ state, kind, officer, settingId, term, page }: Change) => ({ state, kind, officer, setting: settingId, term: term?.firstDay, page: page !== undefined && page > 1 ? page : undefined })

/** The address of the same register with something changed; another filter begins at its first page. */
export const registerAddress = (address: RegisterAddress, change: Change = {}): string => paths.reviewRegister({ area: address.area }, queryOf({ ...address, page: 1, ...change }))

export const isNarrowed = ({ state, kind, officer, settingId, term }: RegisterAddress): boolean => (state ?? kind ?? officer ?? settingId ?? term) !== undefined
