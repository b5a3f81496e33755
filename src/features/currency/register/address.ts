import { isId } from '../../../domain/ids.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { needAreas } from '../../../domain/plan/line.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { RegisterWanted } from '../currency-store.ts'
import { isStanding } from '../currency-store.ts'
import { yearGroups } from '../words.ts'

/** What the register shows, as its address says it, so that a link shows a colleague the same. */
export interface RegisterAddress extends RegisterWanted {
  /** From 1. */
  readonly page: number
}

/** Reads the address; what cannot be read is left out. */
export function readRegisterAddress(query: FormBody): RegisterAddress {
  const [standing, school, officer, year] = ['score', 'school', 'officer', 'year'].map((name) => query.text(name)) as [string, string, string, string]
  const need = needAreas.find((area) => area === query.text('need'))
  const number = Number(query.text('page'))
  const group = yearGroups.find((one) => String(one) === year)
  return {
    ...(isStanding(standing) ? { standing } : {}), ...(isId(school) ? { school: school as OrganisationId } : {}), ...(officer === 'nobody' || isId(officer) ? { officer } : {}),
    ...(need === undefined ? {} : { need }), ...(group === undefined ? {} : { year: group }),
    page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
  }
}

type Change = { readonly [K in keyof RegisterAddress]?: RegisterAddress[K] | undefined }

/** The address of the same register with something changed; another filter begins at its first page. */
export function registerAddress(area: string, address: RegisterAddress, change: Change = {}): string {
  const { standing, school, officer, need, year, page } = { ...address, page: 1, ...change }
  return paths.currency({ area }, { score: standing, school, officer, need, year, page: page !== undefined && page > 1 ? page : undefined })
}

export const isNarrowed = ({ standing, school, officer, need, year }: RegisterAddress): boolean => (standing ?? school ?? officer ?? need ?? year) !== undefined
