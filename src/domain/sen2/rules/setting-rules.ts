// What a named setting (item 4.7) and a placement (item 5.7) have in common: which of three numbers or codes says where, and what the registers know.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Sen2PlacementDetail, Sen2PlanDetail } from '../sen2-return.ts'
import { given, type Answer, type Survey } from './rule.ts'

export type Setting = Sen2PlanDetail | Sen2PlacementDetail

/** Exactly one of the three. */
export function oneWhere(block: Setting): Answer {
  const said = (['URN', 'UKPRN', 'SENSetting'] as const).filter((element) => given(block, element))
  if (said.length === 1) return undefined
  return said.length === 0 ? { block, because: 'none of URN, UKPRN and SENSetting is given' } : { block, element: String(said[1]), because: `${said.join(' and ')} are given` }
}

/** The words for "other". */
export const explained = (block: Setting, codes: readonly string[]): Answer =>
  (block.SENSetting !== undefined && codes.includes(block.SENSetting) && !given(block, 'SENSettingOther') ? { block, element: 'SENSettingOther', because: `the setting is ${block.SENSetting}` } : undefined)

export function inRegister(block: Setting, { register }: Survey): Answer {
  if (register === undefined) return undefined
  if (block.URN !== undefined && register.byUrn(block.URN) === undefined) return { block, element: 'URN' }
  return block.UKPRN !== undefined && register.byUkprn(block.UKPRN) === undefined ? { block, element: 'UKPRN' } : undefined
}

export function openSince(block: Setting, day: PlainDate, { register }: Survey): Answer {
  const closedOn = block.URN === undefined ? undefined : register?.byUrn(block.URN)?.closedOn
  return closedOn !== undefined && closedOn < day ? { block, element: 'URN', because: 'the register says that it closed before the period' } : undefined
}

export function unitInRegister(block: Setting, { register }: Survey): Answer {
  const setting = block.URN === undefined ? undefined : register?.byUrn(block.URN)
  if (setting === undefined) return undefined
  if (block.SENunitIndicator === true && setting.hasSenUnit === false) return { block, element: 'SENunitIndicator' }
  return block.ResourcedProvisionIndicator === true && setting.hasResourcedProvision === false ? { block, element: 'ResourcedProvisionIndicator' } : undefined
}
