import { dateWords } from '../../ui/words.ts'
import type { FrozenVersion } from './working-store.ts'

/** "Final plan, version 3, 12 January 2027": what a version is, for the head of a side. */
export function versionWords({ kind, no, label, issuedOn }: FrozenVersion): string {
  const what = kind === 'final' ? 'Final plan' : kind === 'draft' ? 'Draft that was sent' : label
  return `${what}, version ${no}${issuedOn === undefined ? '' : `, ${dateWords(issuedOn)}`}`
}

/** The same inside a sentence. */
export const versionInSentence = (version: FrozenVersion): string => versionWords(version).replace(/^(Final|Draft)/, (word) => word.toLowerCase())
