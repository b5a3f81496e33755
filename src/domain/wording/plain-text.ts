// One reading of a line for every rule: lower case, straight quotes and hyphens, single spaces, number words as digits.
// Every place in it points back to the author's own words, so that what is shown to a person is what that person wrote.

/** A place in the author's text: UTF-16 offsets, start included, end not. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface PlainText {
  /** The author's words, untouched. */
  readonly original: string
  readonly text: string
  /** From a place in `text` to the place in `original` that it was read from. */
  readonly placeOf: (start: number, end: number) => Place
}

const units: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
}
const tens: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}

const unitOf = (word: string): number | undefined => (Object.hasOwn(units, word) ? units[word] : undefined)
const tenOf = (word: string): number | undefined => (Object.hasOwn(tens, word) ? tens[word] : undefined)

/** The number that a word says, from one to ninety, or undefined. */
export const numberOfWord = (word: string): number | undefined => unitOf(word.toLowerCase()) ?? tenOf(word.toLowerCase())

const sameCharacter: Readonly<Record<string, string>> = {
  '\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-',
  '\u2014': '-', '\u00d7': 'x', '|': ';', '\u2022': ';',
}
// Marks of emphasis in typed reports: they carry no words.
const leftOut = new Set(['*', '_', '#', '`', '\u00ad', '\u200b'])

const pieces = /[A-Za-z]+|\s+|[\s\S]/g

export const readPlainText = (original: string): PlainText => {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (words: string, start: number, end: number): void => {
    for (const character of words.split('')) {
      out.push(character)
      starts.push(start)
      ends.push(end)
    }
  }
  const putWord = (word: string, start: number): void => {
    const lower = word.toLowerCase()
    const number = numberOfWord(lower)
    if (number === undefined) {
      for (let i = 0; i < lower.length; i++) put(lower.charAt(i), start + i, start + i + 1)
      return
    }
    // "twenty-five", "twenty five": the unit joins the ten that was just put.
    const unit = unitOf(lower)
    const joined = /(?:^|[^\d.])([2-9]0)[- ]$/.exec(out.slice(-4).join(''))?.[1]
    if (unit !== undefined && unit < 10 && joined !== undefined && wroteTenAt(starts.length - 2)) {
      const tenStart = starts[starts.length - 2] ?? start
      for (let i = 0; i < 3; i++) { out.pop(); starts.pop(); ends.pop() }
      put(String(Number(joined) + unit), tenStart, start + word.length)
      return
    }
    put(String(number), start, start + word.length)
  }
  // A ten that was written as a word spans more of the author's text than its own two digits do.
  const wroteTenAt = (index: number): boolean => (ends[index] ?? 0) - (starts[index] ?? 0) > 1

  for (const match of original.matchAll(pieces)) {
    const piece = match[0]
    const at = match.index
    if (/^[A-Za-z]/.test(piece)) putWord(piece, at)
    else if (/^\s/.test(piece)) { if (out.length > 0 && out.at(-1) !== ' ') put(' ', at, at + piece.length) }
    else if (!leftOut.has(piece)) put(sameCharacter[piece] ?? piece, at, at + piece.length)
  }

  const text = out.join('')
  return {
    original,
    text,
    placeOf: (start, end) => {
      const first = starts[start]
      const last = ends[end - 1]
      return first === undefined || last === undefined || end <= start
        ? { start: original.length, end: original.length }
        : { start: first, end: Math.max(last, first) }
    },
  }
}

/** A run of the plain text that a rule has recognised. */
export interface Found extends Place {
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
}

/**
 * All places in `text` that match; `pattern` must carry the flag g. Offsets are those of the plain text. `matchAll` would copy
 * the pattern at each call, which takes longer than the search itself.
 */
export const findAll = (text: string, pattern: RegExp): Found[] => {
  const found: Found[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], groups: match.groups ?? {} })
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

/** Which characters of a text are spoken for. Keeps every rule linear in the length of the text. */
export interface Held {
  readonly isFree: (place: Place) => boolean
  readonly isWholly: (place: Place) => boolean
  readonly hold: (place: Place) => void
}

export const heldIn = (length: number, places: readonly Place[] = []): Held => {
  const held = new Uint8Array(length)
  const hold = (place: Place): void => { held.fill(1, place.start, place.end) }
  for (const place of places) hold(place)
  return {
    hold,
    isFree: (place) => !held.subarray(place.start, place.end).includes(1),
    isWholly: (place) => place.end > place.start && !held.subarray(place.start, place.end).includes(0),
  }
}

/** The text with these places blanked out, of the same length, so that offsets still hold. */
export const blank = (text: string, places: readonly Place[]): string => {
  const characters = text.split('')
  for (const place of places) characters.fill(' ', place.start, place.end)
  return characters.join('')
}
