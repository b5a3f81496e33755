// Paragraphs as they are compared between cases: long enough to be somebody's story and not a sentence of a template, in small
// letters, with the child's own name taken out, so that a paragraph whose name was changed is still the same.

import { bareWords, wordsOf } from './words-of-text.ts'

/** Shorter ones are phrases that anybody writes. */
export const fewestWords = 25

/** In how many other cases a paragraph may stand before it is a form of words that the area uses. */
export const mostCases = 3

export interface Paragraph {
  /** What is compared: words alone. */
  readonly bare: string
  readonly at: number
  readonly end: number
}

export function paragraphsOf(text: string, childNames: readonly string[]): Paragraph[] {
  const own = new Set(childNames.flatMap(bareWords))
  return [...text.matchAll(/[^\n]+/gu)].flatMap((match) => {
    const words = wordsOf(match[0]).map(({ bare }) => (own.has(bare) ? '@' : bare))
    return words.length < fewestWords ? [] : [{ bare: words.join(' '), at: match.index, end: match.index + match[0].length }]
  })
}
