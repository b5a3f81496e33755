// What the wording check says of a line, in plain words: which part is missing, which words take a promise back. Never a number.

import type { LineFields, LineKind } from './line.ts'
import type { Section } from './sections.ts'
import { notesForAuthor } from '../wording/author-notes.ts'
import { checkOutcome } from '../wording/check-outcome.ts'
import type { MissingPart } from '../wording/parts-said.ts'
import { checkProvision } from '../wording/check-provision.ts'

export interface WordingNote {
  readonly note: string
  /** The words of the line that it is about. */
  readonly words?: string
  readonly isEssential: boolean
}

/** A part that the typed fields say is not missing, wherever the text leaves it out. */
const saidByField: Record<MissingPart, (fields: LineFields) => boolean> = {
  who: ({ who }) => who !== undefined,
  what: ({ what }) => what !== undefined,
  howMuch: ({ minutes, flexibleBecause }) => minutes !== undefined || flexibleBecause !== undefined,
  howOften: ({ times, per, flexibleBecause }) => (times !== undefined && per !== undefined) || flexibleBecause !== undefined,
  howLong: ({ weeks, howLong, checkedWhen }) => weeks !== undefined || howLong !== undefined || checkedWhen !== undefined,
  ratio: ({ groupSize }) => groupSize !== undefined,
  reviewer: ({ checkedBy, checkedWhen }) => checkedBy !== undefined && checkedWhen !== undefined,
  training: ({ who }) => /train|qualif/iu.test(who ?? ''),
  setting: ({ setting }) => setting !== undefined,
}

const checked: readonly Section[] = ['F', 'G', 'H1', 'H2']
const isChecked = (section: Section): section is 'F' | 'G' | 'H1' | 'H2' => checked.includes(section)

export function wordingNotes(line: { kind: LineKind; section: Section; text: string; fields: LineFields }): WordingNote[] {
  if (line.text.trim() === '') return []
  if (line.kind === 'provision') {
    const check = checkProvision(line.text, isChecked(line.section) ? { section: line.section } : {})
    return [
      ...notesForAuthor(check).filter(({ part }) => !saidByField[part](line.fields)).map(({ note, isEssential }) => ({ note, isEssential })),
      ...check.phrases.map(({ text, why }) => ({ note: why, words: text, isEssential: true })),
    ]
  }
  if (line.kind === 'outcome') {
    const { by, measure } = line.fields
    const whole = [line.text, by, measure].filter((part) => part !== undefined).join('. ')
    const check = checkOutcome(whole)
    return [
      ...check.reasons.map((note) => ({ note, isEssential: true })),
      ...check.phrases.map(({ text, why }) => ({ note: why, words: text, isEssential: true })),
    ]
  }
  return []
}
