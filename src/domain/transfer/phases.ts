// What a setting is in the words of the regulations on phase transfers (SEND Regulations 2014, reg 2(1)), with the years it teaches. Year
// groups as everywhere: 0 is Reception, negative numbers the years before it, 12 and up the years after 16.

import type { EventOf } from '../clocks/events.ts'

export const settingPhases = ['early-years', 'infant', 'junior', 'primary', 'middle', 'secondary', 'all-through', 'special', 'post-16'] as const
export type SettingPhase = (typeof settingPhases)[number]
export const isSettingPhase = (text: string): text is SettingPhase => (settingPhases as readonly string[]).includes(text)

export const settingPhaseWords: Record<SettingPhase, string> = {
  'early-years': 'Nursery or other early years setting', infant: 'Infant school', junior: 'Junior school', primary: 'Primary or first school', middle: 'Middle school',
  secondary: 'Secondary school', 'all-through': 'All-through school', special: 'Special school', 'post-16': 'College or other post-16 institution',
}

/** A phase and the first and last year group that are taught. */
export interface YearsTaught {
  readonly phase: SettingPhase
  readonly lowest: number
  readonly highest: number
}

/** The years usually taught; an area says where a setting's are others. */
export const usualYears: Record<SettingPhase, readonly [lowest: number, highest: number]> = {
  'early-years': [-4, -1], infant: [0, 2], junior: [3, 6], primary: [0, 6], middle: [5, 8], secondary: [7, 11], 'all-through': [0, 13], special: [0, 13], 'post-16': [12, 21],
}

/** Years that a setting can be said to teach: from two years before the nursery class to 25. */
export const lowestYear = -4
export const highestYear = 21

// As bodies are described in the hub (features/staff) and in rolls of schools; the first that is in the words counts.
const bySaid: readonly (readonly [words: string, phase: SettingPhase])[] = [
  ['special post-16', 'post-16'], ['special', 'special'], ['all-through', 'all-through'], ['nursery', 'early-years'], ['pre-school', 'early-years'], ['early years', 'early-years'], ['childminder', 'early-years'],
  ['infant', 'infant'], ['junior', 'junior'], ['first school', 'primary'], ['middle', 'middle'], ['secondary', 'secondary'], ['primary', 'primary'], ['college', 'post-16'], ['post-16', 'post-16'],
]

/** What the words for a setting's type tell of its phase; undefined for types of no one phase, such as alternative provision. */
export function phaseSaidBy(settingType: string): YearsTaught | undefined {
  const said = settingType.toLowerCase()
  const phase = bySaid.find(([words]) => said.includes(words))?.[1]
  return phase === undefined ? undefined : taughtUsually(phase)
}

export function taughtUsually(phase: SettingPhase): YearsTaught {
  const [lowest, highest] = usualYears[phase]
  return { phase, lowest, highest }
}

/** "Reception", "Year 6", "the nursery class", as staff say it. */
export function yearGroupWords(yearGroup: number): string {
  if (yearGroup > 0) return `Year ${yearGroup}`
  if (yearGroup === 0) return 'Reception'
  return yearGroup === -1 ? 'the last year before Reception' : 'the early years'
}

export type TransferKind = EventOf<'phase-transfer-due'>['kind']
export const transferKinds = [
  'early-years-to-school', 'infant-to-junior', 'primary-to-middle', 'primary-to-secondary', 'middle-to-secondary', 'secondary-to-post-16', 'post-16-to-post-16', 'same-school-sixth-form',
] as const satisfies readonly TransferKind[]
export const isTransferKind = (text: string): text is TransferKind => (transferKinds as readonly string[]).includes(text)
/** Kinds that are a transfer in law; a school’s own sixth form is part of the school (reg 2(1)). */
export const lawfulKinds = transferKinds.filter((kind) => kind !== 'same-school-sixth-form')

export const transferKindWords: Record<TransferKind, string> = {
  'early-years-to-school': 'Early years to school', 'infant-to-junior': 'Infant to junior school', 'primary-to-middle': 'Primary to middle school', 'primary-to-secondary': 'Primary to secondary school',
  'middle-to-secondary': 'Middle to secondary school', 'secondary-to-post-16': 'Secondary school to post-16', 'post-16-to-post-16': 'One post-16 institution to another',
  'same-school-sixth-form': 'Stays on in the same school’s sixth form',
}
