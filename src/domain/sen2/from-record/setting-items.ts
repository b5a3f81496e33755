// Where somebody is, and what a plan names (items 4.7 and 5.7): one of three ways to say it.

import { phaseSaidBy } from '../../transfer/phases.ts'
import { namedSettings, placedSettings } from '../code-sets.ts'
import type { Sen2PlacementDetail, Sen2PlanDetail } from '../sen2-return.ts'
import { said, type SettingForReturn } from './record-for-return.ts'

type Where = Pick<Sen2PlacementDetail, 'URN' | 'UKPRN' | 'SENSetting' | 'SENSettingOther' | 'PlacementRank' | 'SENunitIndicator' | 'ResourcedProvisionIndicator'>

const isOf = <Codes extends object>(codes: Codes, code: string): code is keyof Codes & string => Object.hasOwn(codes, code)

/**
 * The URN where there is one, or else the UKPRN; or the code of the record. A nursery or childminder with neither number is EYP, which means just that.
 * Any other organisation without a number is left without: a person must find the number.
 */
function whereOf({ urn, ukprn, settingType, senSetting, senSettingOther, rank, senUnit, resourced }: SettingForReturn): Partial<Where> {
  const code = senSetting ?? (settingType !== undefined && phaseSaidBy(settingType)?.phase === 'early-years' ? 'EYP' : undefined)
  const where: Partial<Where> = urn !== undefined ? { URN: urn } : ukprn !== undefined ? { UKPRN: ukprn }
    : code !== undefined && isOf(placedSettings, code) ? said<Where>({ SENSetting: code, SENSettingOther: code === 'OTH' || code === 'NIEO' ? senSettingOther : undefined }) : {}
  return { ...where, ...said<Where>({ PlacementRank: rank === 1 ? '1' : '2', SENunitIndicator: senUnit, ResourcedProvisionIndicator: resourced }) }
}

export const placementOf = (row: SettingForReturn): Partial<Where> => whereOf(row)

/** Nobody can be named in a plan as being nowhere: NEET, NIEC and NIEO are left out. */
export function planDetailOf(row: SettingForReturn): Sen2PlanDetail {
  const { SENSetting, ...where } = whereOf(row)
  return SENSetting !== undefined && isOf(namedSettings, SENSetting) ? { ...where, SENSetting } : where
}
