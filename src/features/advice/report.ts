// The words of a report as they are kept: typed answers under their headings, a text pasted whole, or a file read.

import type { Answers, Way } from './advice-store.ts'
import type { KeptText, Piece } from '../../platform/documents/kept-text.ts'
import { keptText } from '../../platform/documents/kept-text.ts'
import { textOfMarkdown, textOfPlain } from '../../platform/documents/plain-in.ts'

/** Answers that were typed, each under its question. A line of a list ("- ", "1. ") stays a line of its own. */
export function reportOfAnswers(questions: readonly { id: string; heading: string }[], answers: Answers): KeptText {
  return keptText(questions.flatMap(({ id, heading }): Piece[] => {
    const answer = (answers[id] ?? '').trim()
    if (answer === '') return []
    return [{ kind: 'heading', level: 1, text: heading }, ...answer.split(/\n+/).map((line): Piece => ({ kind: /^\s*(?:[-*•]|\d+[.)])\s/.test(line) ? 'list-item' : 'paragraph', text: line }))]
  }))
}

/** A text that was pasted is kept to the letter; the blocks only point into it. */
export function reportOfPaste(text: string): KeptText {
  const looksLikeMarkdown = /^#{1,6} \S/m.test(text)
  return looksLikeMarkdown ? textOfMarkdown(text) : textOfPlain(text)
}

export const emptyReport: KeptText = { text: '', blocks: [] }
export const isWay = (text: string): text is Way => text === 'type' || text === 'paste' || text === 'file'
