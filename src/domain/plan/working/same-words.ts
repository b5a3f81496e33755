// When two paragraphs say the same. A word processor changes quotation marks, dashes and spaces by itself: nobody asked for that.

/** One spelling of what programs write differently by themselves. */
export const plainWords = (text: string): string => text.normalize('NFC')
  .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '').replace(/[\u2018\u2019\u201b]/gu, '\'').replace(/[\u201c\u201d]/gu, '"')
  .replace(/[\u2010\u2011]/gu, '-').replace(/ ?\n ?/gu, '\n').replace(/[^\S\n]+/gu, ' ').replace(/\n+/gu, '\n').trim()

export const isSameWords = (a: string, b: string): boolean => plainWords(a) === plainWords(b)

/** How much two texts share, from 0 to 1: twice the words that stand in both, by the words of each. */
export function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let both = 0
  for (const word of other) {
    const there = left.get(word) ?? 0
    if (there === 0) continue
    left.set(word, there - 1)
    both += 1
  }
  return one.length + other.length === 0 ? 1 : (2 * both) / (one.length + other.length)
}

const wordsOf = (text: string): string[] => plainWords(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
