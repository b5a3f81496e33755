// What every report of a check has, whatever it looks like.

import type { ReturnCheck, ReturnFault } from '../../domain/sen2/check-return.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'

export interface ReportOn {
  readonly file: string
  /** Whether people are named. */
  readonly hasNames: boolean
  readonly check: ReturnCheck
}

/** Text in pieces, each to be written at once. */
export interface Report {
  readonly beginning: string
  readonly fault: (fault: ReturnFault, person?: Sen2Person) => string
  /** `stopped`: where the file could not be read on. */
  readonly end: (stopped?: { readonly line: number; readonly column: number }) => string
}

export const nameOf = ({ Surname, Forename }: Sen2Person): string => [Forename, Surname].filter((name) => name !== undefined).join(' ')
