import type { LikenessKind } from '../../domain/case-file/duplicates.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import { listWords } from '../../ui/words.ts'

const alikeWords: Readonly<Record<LikenessKind, string>> = {
  upn: 'the same UPN', 'nhs-number': 'the same NHS number', name: 'the same name', 'name-in-part': 'a part of the name', 'born-on': 'the same date of birth', 'born-on-swapped': 'the date of birth with day and month the other way round', postcode: 'the same postcode',
}

/** "Alike: the same name and the same date of birth". */
export const likenessWords = (alike: readonly LikenessKind[]): string => (alike.length === 0 ? 'Nothing but the surname is alike' : `Alike: ${listWords(alike.map((kind) => alikeWords[kind]))}`)
export const stageWordsOf = (stage: Stage): string => stageWords[stage].staff
