// How the pages say what is in a return.

import type { ReturnHeader } from '../../casebook/area-rows.ts'
import { officerCodes } from '../../domain/sen2/code-sets.ts'
import type { ReturnMade } from './return-store.ts'
import { isTryOut } from './make-return.ts'

export const returnTitle = (made: Pick<ReturnMade, 'year' | 'surveyDay' | 'serial'>): string => `${isTryOut(made) ? 'Tried out by the specification of' : 'National return'} ${made.year}, number ${made.serial}`

const officer = (code: ReturnHeader['medicalOfficer']): string => (code === undefined ? 'Not on record' : `${officerCodes[code].charAt(0).toUpperCase()}${officerCodes[code].slice(1)}`)

/** What the header says of the council, and whether anything is missing in it. */
export function headerRows(area: ReturnHeader): readonly { readonly key: string; readonly value: string }[] {
  return [
    { key: 'Number of the council', value: area.authorityNumber ?? 'Not on record' }, { key: 'Designated medical officer', value: officer(area.medicalOfficer) },
    { key: 'Designated clinical officer', value: officer(area.clinicalOfficer) }, { key: 'Designated social care officer', value: officer(area.socialCareOfficer) },
  ]
}
export const isHeaderWhole = ({ authorityNumber, medicalOfficer, clinicalOfficer, socialCareOfficer }: ReturnHeader): boolean =>
  authorityNumber !== undefined && medicalOfficer !== undefined && clinicalOfficer !== undefined && socialCareOfficer !== undefined
