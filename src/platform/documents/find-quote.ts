export type Found = { readonly start: number, readonly end: number }

/**
 * Where the words of a quotation stand in a text, by offsets into the text. The two may differ in white space and line ends,
 * in the style of quotation marks, dashes and ellipses, in ligatures and composed letters, and in Markdown's marks for
 * emphasis; never in a word, a number or other punctuation.
 */
export const findQuote = (text: string, quote: string): readonly Found[] => {
  const wanted = evenedOut(quote).text.trim()
  if (wanted === '') return []
  const whole = evenedOut(text)
  const found: Found[] = []
  for (let at = whole.text.indexOf(wanted); at >= 0; at = whole.text.indexOf(wanted, at + 1)) {
    const start = whole.starts[at]
    const end = whole.ends[at + wanted.length - 1]
    if (start !== undefined && end !== undefined) found.push({ start, end })
  }
  return found
}

type EvenedOut = { readonly text: string, readonly starts: readonly number[], readonly ends: readonly number[] }

/** The text in one spelling, with the offsets of the original for every character of it. */
const evenedOut = (text: string): EvenedOut => {
  let even = ''
  const starts: number[] = []
  const ends: number[] = []
  // A letter and the accents that follow it are one, however they are written.
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    for (const character of evenLetter(letter, text[index - 1], text[index + letter.length])) {
      if (character === ' ' && (even === '' || even.endsWith(' '))) continue
      even += character
      for (let unit = 0; unit < character.length; unit += 1) {
        starts.push(index)
        ends.push(index + letter.length)
      }
    }
  }
  return { text: even, starts, ends }
}

const evenLetter = (letter: string, before: string | undefined, after: string | undefined): string => {
  if (letter === '*' || letter === '`' || /^[\u00ad\u200b\u200e\u200f\u2060\ufeff]$/.test(letter)) return ''
  // An underscore or a backslash is a Markdown mark only at the edge of a word, or before a mark.
  if (letter === '_' && !(isWordCharacter(before) && isWordCharacter(after))) return ''
  if (letter === '\\' && after !== undefined && /[\\`*_{}[\]()#+\-.!|>~]/.test(after)) return ''
  if (/^\s$/u.test(letter)) return ' '
  if (/^[‘’‚‛′`´]$/u.test(letter)) return "'"
  if (/^[“”„‟″«»]$/u.test(letter)) return '"'
  if (/^[‐‑‒–—―−]$/u.test(letter)) return '-'
  if (letter === '…') return '...'
  if (/^[ﬀ-ﬆ]$/u.test(letter)) return letter.normalize('NFKC')
  return letter.normalize('NFC')
}

const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
