// Section I as it is chosen in the form: a setting by name, a type only, or neither because no school or college can be right.

import type { OrganisationId } from '../../../domain/ids.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { RefusalGround } from '../../../domain/plan/section-38.ts'
import { isRefusalGround, refusalGrounds } from '../../../domain/plan/section-38.ts'
import type { Placement } from '../../../casebook/plan/placement-line.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { NameableSetting } from '../people-store.ts'

export interface AskedSetting {
  readonly settingName: string
  readonly isSection38: boolean
}

export interface PlacementForm {
  readonly placement: Placement
  /** Section I stays to the letter as it is in the plan in force, and nothing is written. */
  readonly isKept?: true
  readonly settingId?: OrganisationId
  readonly settingName?: string
  /** Settings that the family has a right to ask for, asked for and is not given, with the ground (CFA 2014 s.39(4)). */
  readonly refused?: { readonly names: readonly string[]; readonly ground: RefusalGround; readonly reasons: string }
}

export const placementFields = ['placement', 'settingId', 'settingType', 'typeOnly', 'eotasReasons', 'from-day', 'from-month', 'from-year', 'ground', 'groundReasons'] as const

/** Section I of a plan in force, offered to be kept. */
export interface KeptPlacement extends Placement {
  readonly settingId?: OrganisationId
}

type Chosen = { readonly text: string; readonly settingId?: OrganisationId; readonly settingName?: string; readonly settingType?: string; readonly why?: string; readonly kept?: KeptPlacement }

const eotasText = 'No school or college is named. Education is arranged otherwise than in a school or college, as section F says.'

function readChoice(form: FormBody, settings: readonly NameableSetting[], kept: KeptPlacement | undefined): Chosen | FieldError {
  switch (form.text('placement')) {
    case 'keep': {
      if (kept === undefined) return { field: 'placement', message: 'Select what section I will say' }
      const { settingName, settingType, notNamedBecause } = kept.fields
      return {
        text: kept.text, kept, ...(kept.settingId === undefined ? {} : { settingId: kept.settingId }), ...(settingName === undefined ? {} : { settingName }),
        ...(settingType === undefined ? {} : { settingType }), ...(notNamedBecause === undefined ? {} : { why: notNamedBecause }),
      }
    }
    case 'setting': {
      const setting = settings.find(({ id }) => id === form.text('settingId'))
      if (setting === undefined) return { field: 'settingId', message: 'Select the school, nursery or college' }
      const settingType = form.text('settingType') || setting.settingType
      return {
        text: settingType === undefined ? setting.name : `${setting.name}, ${withArticle(settingType)}`, settingId: setting.id, settingName: setting.name,
        ...(settingType === undefined ? {} : { settingType }),
      }
    }
    case 'type': {
      const settingType = form.text('typeOnly')
      return settingType === '' ? { field: 'typeOnly', message: 'Enter the type of school or college' } : { text: `Type of setting: ${settingType}`, settingType }
    }
    case 'eotas': {
      const why = form.text('eotasReasons')
      return why === '' ? { field: 'eotasReasons', message: 'Enter why any school or college would be inappropriate' } : { text: eotasText, why }
    }
    default: return { field: 'placement', message: 'Select what section I will say' }
  }
}

const withArticle = (type: string): string => (/^(?:an?|the) /i.test(type) ? type : `${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${type}`)

const sameName = (a: string, b: string | undefined): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase()

/** Asked for by right and not chosen. */
export const notGiven = (asked: readonly AskedSetting[], settingName: string | undefined): string[] =>
  asked.filter((one) => one.isSection38 && !sameName(one.settingName, settingName)).map((one) => one.settingName)

export function readPlacement(
  form: FormBody, settings: readonly NameableSetting[], asked: readonly AskedSetting[], kept?: KeptPlacement,
): { value: PlacementForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const chosen = readChoice(form, settings, kept)
  if ('field' in chosen) errors.push(chosen)
  const hasFrom = ['day', 'month', 'year'].some((part) => form.text(`from-${part}`) !== '')
  const from = hasFrom ? readDate(form, 'from', { what: 'The date from which it is the placement' }) : undefined
  if (from !== undefined && 'error' in from) errors.push(from.error)
  if ('field' in chosen) return { errors }
  const names = notGiven(asked, chosen.settingName)
  const ground = form.text('ground')
  const reasons = form.text('groundReasons')
  if (names.length > 0 && !isRefusalGround(ground)) errors.push({ field: 'ground', message: `Select the legal ground for not naming ${names.join(' or ')}` })
  if (names.length > 0 && reasons === '') errors.push({ field: 'groundReasons', message: `Enter the reasons for not naming ${names.join(' or ')}` })
  if (errors.length > 0) return { errors }
  const refused = names.length > 0 && isRefusalGround(ground) ? { names, ground, reasons } : undefined
  if (chosen.kept !== undefined && refused === undefined) return { value: keptAsItIs(chosen.kept) }
  return { value: placementOf(chosen, from !== undefined && 'value' in from ? from.value : undefined, refused) }
}

const keptAsItIs = ({ settingId, text, fields }: KeptPlacement): PlacementForm => ({
  placement: { text, fields }, isKept: true, ...(settingId === undefined ? {} : { settingId }), ...(fields.settingName === undefined ? {} : { settingName: fields.settingName }),
})

function placementOf(chosen: Chosen, from: PlainDate | undefined, refused: PlacementForm['refused']): PlacementForm {
  const because = [chosen.why, refused === undefined ? undefined : refusalWords(refused)].filter((words) => words !== undefined).join('\n\n')
  return {
    placement: {
      text: from === undefined ? chosen.text : `${chosen.text}${chosen.text.endsWith('.') ? ' From' : ', from'} ${dateWords(from)}${chosen.text.endsWith('.') ? '.' : ''}`,
      fields: {
        ...(chosen.settingName === undefined ? {} : { settingName: chosen.settingName }), ...(chosen.settingType === undefined ? {} : { settingType: chosen.settingType }),
        ...(from === undefined ? {} : { from }), ...(because === '' ? {} : { notNamedBecause: because }),
      },
    },
    ...(chosen.settingId === undefined ? {} : { settingId: chosen.settingId }), ...(chosen.settingName === undefined ? {} : { settingName: chosen.settingName }),
    ...(refused === undefined ? {} : { refused }),
  }
}

/** What the family's letter says about a setting that it asked for and is not given. */
export const refusalWords = ({ names, ground, reasons }: NonNullable<PlacementForm['refused']>): string =>
  `You asked for ${names.join(' and ')}. It is not named in the plan. The ground in law (Children and Families Act 2014, section 39(4)) is: ${refusalGrounds[ground]}.\n${reasons}`
