// Whose change each word of a line is: the words as they were issued, carried through every step since. What a party wrote and took
// back before anybody else agreed leaves no mark; what stood in the issued plan and is gone is always there to be read.

import type { AmendmentDoes, AmendmentParty } from '../amendment-key.ts'

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}
/** Compares two texts word by word; "same" and "removed" together are the first text, "same" and "added" the second. */
export type CompareWords = (before: string, after: string) => readonly WordChange[]

/** What the line says after a step. The empty text: the line is taken out, or was not there. */
export interface Step {
  readonly text: string
  readonly party: AmendmentParty
  /** Asked for and not settled: words of the other party that it takes out stay to be seen. */
  readonly isAsked?: true
}

export interface MarkedWords {
  readonly text: string
  /** Absent: the words as issued. */
  readonly mark?: { readonly party: AmendmentParty; readonly does: AmendmentDoes }
}

interface Piece {
  readonly text: string
  readonly addedBy?: AmendmentParty
  readonly takenOutBy?: AmendmentParty
}

const isGone = ({ takenOutBy }: Piece): boolean => takenOutBy !== undefined

export function markedWords(issued: string, steps: readonly Step[], compare: CompareWords): MarkedWords[] {
  const start: Piece[] = issued === '' ? [] : [{ text: issued }]
  const pieces = steps.reduce((before, step) => afterStep(before, step, compare), start)
  return joined(pieces.map(markOf))
}

/** What a reader who takes every mark as done would read: the words of the last step. */
export const wordsAfter = (marked: readonly MarkedWords[]): string => marked.filter(({ mark }) => mark?.does !== 'takes-out').map(({ text }) => text).join('')

/** The words as issued, read back out of the marks. Words of the other party that are asked out again are no part of them. */
export const isMarked = (marked: readonly MarkedWords[]): boolean => marked.some(({ mark }) => mark !== undefined)

function markOf({ text, addedBy, takenOutBy }: Piece): MarkedWords {
  if (takenOutBy !== undefined) return { text, mark: { party: takenOutBy, does: 'takes-out' } }
  return addedBy === undefined ? { text } : { text, mark: { party: addedBy, does: 'adds' } }
}

function afterStep(pieces: readonly Piece[], { text, party, isAsked }: Step, compare: CompareWords): Piece[] {
  const now = pieces.filter((piece) => !isGone(piece)).map((piece) => piece.text).join('')
  if (now === text) return [...pieces]
  const made: Piece[] = []
  const left = [...pieces]
  /** Carries `length` letters of what stands over, with what is gone already among them. */
  const carry = (length: number, change: (piece: Piece) => readonly Piece[]): void => {
    let wanted = length
    while (wanted > 0) {
      const piece = left.shift()
      if (piece === undefined) return
      if (isGone(piece)) {
        made.push(piece)
        continue
      }
      const taken = { ...piece, text: piece.text.slice(0, wanted) }
      if (piece.text.length > wanted) left.unshift({ ...piece, text: piece.text.slice(wanted) })
      wanted -= taken.text.length
      made.push(...change(taken))
    }
  }
  for (const change of compare(now, text)) {
    if (change.kind === 'same') carry(change.text.length, (piece) => [piece])
    else if (change.kind === 'added') made.push({ text: change.text, addedBy: party })
    else carry(change.text.length, (piece) => (piece.addedBy === undefined || isAsked === true ? [{ ...piece, takenOutBy: party }] : []))
  }
  return [...made, ...left]
}

/** Neighbours with the same mark are one. */
function joined(marked: readonly MarkedWords[]): MarkedWords[] {
  const made: MarkedWords[] = []
  for (const each of marked) {
    const last = made.at(-1)
    if (last !== undefined && last.mark?.party === each.mark?.party && last.mark?.does === each.mark?.does) made[made.length - 1] = { ...last, text: last.text + each.text }
    else made.push(each)
  }
  return made
}
