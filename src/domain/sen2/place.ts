// A place as the return asks for it: where, in which kind of provision, for how many weeks. So a plan names one, and so a child has one.

import type { ItemRank } from '../case-file/return-facts.ts'
import type { OrganisationId } from '../ids.ts'
import type { namedSettings, placedSettings, residentialWeeks, workActivities } from './code-sets.ts'

export type NamedCode = keyof typeof namedSettings
export type PlacedCode = keyof typeof placedSettings

/** An organisation that is known here, or a code of the return with words where the code asks for them. */
export type Where<Code extends PlacedCode = PlacedCode> =
  | { readonly organisationId: OrganisationId; readonly name: string }
  | { readonly code: Code; readonly other?: string }

export interface Place<Code extends PlacedCode = PlacedCode> {
  readonly where: Where<Code>
  readonly rank: ItemRank
  /** undefined: nobody has said. */
  readonly senUnit?: boolean
  readonly resourced?: boolean
  /** undefined: not residential. */
  readonly residential?: keyof typeof residentialWeeks
  readonly workBased?: keyof typeof workActivities
}

/** Codes that ask what it is (items 4.7c(i) and 5.7c(i)). */
export const asksForWords = (code: string): boolean => code === 'OTH' || code === 'NIEO'

/** The columns of `child_setting` and `named_setting` that hold a place. */
export interface PlaceColumns {
  readonly organisationId: OrganisationId | null
  readonly senSetting: string | null
  readonly senSettingOther: string | null
  readonly rank: number
  readonly senUnit: boolean | null
  readonly resourced: boolean | null
  readonly residential: string | null
  readonly workBased: string | null
}

export function columnsOfPlace<Code extends PlacedCode>({ where, rank, senUnit, resourced, residential, workBased }: Place<Code>): PlaceColumns {
  return {
    organisationId: 'organisationId' in where ? where.organisationId : null, senSetting: 'code' in where ? where.code : null, senSettingOther: 'code' in where ? where.other ?? null : null,
    rank, senUnit: senUnit ?? null, resourced: resourced ?? null, residential: residential ?? null, workBased: workBased ?? null,
  }
}

/** The place in a row; `name` is the organisation's. The database holds the codes. */
export function placeOfColumns<Code extends PlacedCode>({ organisationId, senSetting, senSettingOther, rank, senUnit, resourced, residential, workBased }: PlaceColumns, name: string): Place<Code> {
  return {
    where: organisationId === null ? { code: senSetting as Code, ...(senSettingOther === null ? {} : { other: senSettingOther }) } : { organisationId, name },
    rank: rank === 2 ? 2 : 1, ...(senUnit === null ? {} : { senUnit }), ...(resourced === null ? {} : { resourced }),
    ...(residential === null ? {} : { residential: residential as keyof typeof residentialWeeks }), ...(workBased === null ? {} : { workBased: workBased as keyof typeof workActivities }),
  }
}
