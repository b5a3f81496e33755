// The key of a Tribunal working document (First-tier Tribunal (SEND) guidance for parties on working documents): who
// proposes each change can be seen from how it is set, and what is agreed is set apart. Meaning never rests on colour.

export const amendmentParties = ['agreed', 'family', 'local-authority'] as const
export type AmendmentParty = (typeof amendmentParties)[number]
export type AmendmentDoes = 'adds' | 'takes-out'

export interface AmendmentMark {
  readonly party: AmendmentParty
  readonly does: AmendmentDoes
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isStruckThrough: boolean
  /** The line of the key that is printed at the head of the document. */
  readonly words: string
}

const mark = (party: AmendmentParty, does: AmendmentDoes, words: string): AmendmentMark => ({
  party,
  does,
  isBold: party === 'family',
  isItalic: party === 'local-authority',
  isUnderlined: party === 'agreed' && does === 'adds',
  isStruckThrough: does === 'takes-out',
  words,
})

/** What stands in the plan as issued and nobody asks to change is set plain. */
export const unchangedWords = 'Plain text: the plan as it was issued'

export const amendmentKey: readonly AmendmentMark[] = [
  mark('agreed', 'adds', 'Underlined: words added that both parties agree'),
  mark('agreed', 'takes-out', 'Struck through: words taken out that both parties agree'),
  mark('family', 'adds', 'Bold: words that the parents or young person ask to add'),
  mark('family', 'takes-out', 'Bold, struck through: words that the parents or young person ask to take out'),
  mark('local-authority', 'adds', 'Italic: words that the local authority asks to add'),
  mark('local-authority', 'takes-out', 'Italic, struck through: words that the local authority asks to take out'),
]
