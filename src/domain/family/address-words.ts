// Addresses inside other texts: which words of a protected address give it away, where a text holds them, and whether somebody
// has typed a postcode into a note.

import { parsePostcode } from '../identifiers/contact-details.ts'

interface Word { readonly text: string; readonly from: number; readonly to: number }

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({ text: found[0].normalize('NFC').toLowerCase(), from: found.index, to: found.index + found[0].length }))

const closed = (text: string): string => wordsIn(text).map((word) => word.text).join('')

/** What gives an address away, each written without spaces or signs, small: its first line and its postcode. */
export function tellingWords({ lines, postcode }: { readonly lines: readonly string[]; readonly postcode?: string | undefined }): string[] {
  // One word alone ("Linden") is in too many texts to say anything; a house has a number or several words.
  const first = lines.find((line) => wordsIn(line).length > 1)
  return [...new Set([first ?? '', postcode ?? ''].map(closed).filter((one) => one !== ''))]
}

/** How many words a marked passage can have: no first line of an address is longer. */
export const longestPassage = 10

/**
 * The passages of a text for which `isMarked` is true of its words written without spaces: so a text can be held against what is
 * known only by a keyed mark. Longest first, none inside another.
 */
export function markedPassages(text: string, isMarked: (closedWords: string) => boolean): string[] {
  const words = wordsIn(text)
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longestPassage, words.length - at); length > 0; length -= 1) {
      const span = words.slice(at, at + length)
      const [first, last] = [span[0], span.at(-1)]
      if (first === undefined || last === undefined || !isMarked(span.map((word) => word.text).join(''))) continue
      found.push(text.slice(first.from, last.to))
      at += length - 1
      break
    }
  }
  return [...new Set(found)]
}

/** Postcodes that somebody typed into a text, as we keep them, each once: "write to 3 Mill Lane, zz97 6hl" has "ZZ97 6HL". */
export function postcodesIn(text: string): string[] {
  const shaped = text.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]?[ \t\u00A0]{0,2}\d[A-Z]{2}(?![A-Z0-9])/g)
  return [...new Set([...shaped].flatMap(([found]) => {
    const read = parsePostcode(found)
    return read.ok ? [read.value as string] : []
  }))]
}
