// What an author is told about a marked line before the advice goes: what is missing, in plain words, and never a number.
// CFA 2014 s.42 makes section F enforceable; SEND Code of Practice 9.66 and 9.69: SMART outcomes, specific provision.

import type { LineKind, ProvisionFields } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import { notesForAuthor } from '../wording/author-notes.ts'
import { checkOutcome } from '../wording/check-outcome.ts'
import { checkProvision } from '../wording/check-provision.ts'

export interface LineFinding {
  readonly words: string
  /** Without it nobody could tell whether the line had been delivered, or the outcome reached. */
  readonly isEssential: boolean
}

export interface LineUnderCheck {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields: ProvisionFields
}

/** Everything worth telling the author. None for a line whose author has said why it cannot be fixed for this child. */
export function findingsFor({ kind, section, text, fields }: LineUnderCheck): LineFinding[] {
  if (kind === 'outcome') return outcomeFindings(text)
  if (kind !== 'provision' || fields.flexibleBecause !== undefined) return []
  const place = section === 'F' || section === 'G' || section === 'H1' || section === 'H2' ? { section } : {}
  const check = checkProvision(text, place)
  const weak = check.phrases.map((phrase): LineFinding => ({ words: `“${phrase.text}”: ${phrase.why}`, isEssential: check.verdict !== 'specific' }))
  return [...notesForAuthor(check).map(({ note, isEssential }) => ({ words: note, isEssential })), ...weak]
}

function outcomeFindings(text: string): LineFinding[] {
  const check = checkOutcome(text)
  return [
    ...check.reasons.map((words): LineFinding => ({ words, isEssential: true })),
    ...(check.isProvisionInDisguise
      ? [{ words: 'It says what will be provided, not what the child will be able to do. Say what will be different for the child.', isEssential: true }]
      : []),
  ]
}
