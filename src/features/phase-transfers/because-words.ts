// Why a child is in a cohort, in a sentence that names what it was worked out from.

import type { TransferKind } from '../../domain/transfer/phases.ts'
import { settingPhaseWords, transferKindWords, yearGroupWords } from '../../domain/transfer/phases.ts'
import type { Transfer } from './cohort-store.ts'

type Why = Pick<Transfer, 'because' | 'yearGroup' | 'isOutOfYear' | 'year' | 'settingName' | 'years'>

export function becauseWords({ because, yearGroup, isOutOfYear, year, settingName = 'the setting', years }: Why): string {
  const group = yearGroup === undefined ? '' : `${upper(yearGroupWords(yearGroup))} from September ${year - 1}${isOutOfYear ? ', taught outside their own year' : ', by date of birth'}`
  const teaches = years === undefined ? '' : ` (${settingPhaseWords[years.phase].toLowerCase()}, ${yearGroupWords(years.lowest)} to ${yearGroupWords(years.highest)})`
  switch (because) {
    case 'last-year': return `${group}: the last year of ${settingName}${teaches}`
    case 'own-sixth-form': return `${group}: ${settingName} has a sixth form${teaches}, so no transfer in law until somebody says that they leave`
    case 'teaches-on': return `${group}: ${settingName} teaches on${teaches}, so no transfer until somebody says that they leave`
    case 'nursery-class': return `${group}: in the nursery class of ${settingName}${teaches}, so no transfer until somebody says that they leave`
    case 'no-setting': return `${group}, a year in which most children change school, and no setting is on record`
    case 'phase-not-known': return `${group}, and it is not known which years ${settingName} teaches`
    case 'past-last-year': return `${group}, past the last year of ${settingName}${teaches}`
    case 'after-sixth-form': return `${group}: the last year of ${settingName}${teaches}. Do they go on to a college or other institution?`
    case 'added-by-hand': return 'Put in by hand'
    case 'said-to-move': return `Said to leave ${settingName}`
  }
}

export const kindOrNone = (kind: TransferKind | undefined): string => (kind === undefined ? 'No transfer' : transferKindWords[kind])
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
