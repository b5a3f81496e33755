// Joining the lines of a page to running text. Lines break where the paper ends, not where the words do.

/** Lines, one below the other, to one text. `spelled` answers whether a word stands elsewhere in the same document. */
export const joinedLines = (lines: readonly string[], spelled: (word: string) => boolean): string => {
  let text = ''
  for (const line of lines.map((one) => one.replace(/[\s\u0000]+/gu, ' ').trim()).filter((one) => one !== '')) {
    if (text === '') text = line
    else if (text.endsWith('\u00ad')) text = text.slice(0, -1) + line
    else if (/[\p{L}\p{N}]-$/u.test(text)) text = isSoftHyphen(text, line, spelled) ? text.slice(0, -1) + line : text + line
    else text += isBrokenInside(text, line) ? line : ` ${line}`
  }
  return text.replaceAll('\u00ad', '')
}

/** Lines also break behind a slash or dash inside a word ("and/or", "10–12") and between the brackets of "6(1)(d)". */
const isBrokenInside = (before: string, after: string): boolean =>
  /[\p{L}\p{N}][/–—]$/u.test(before) || (/\S\([^()\s]{1,4}\)$/u.test(before) && /^\([^()\s]{1,4}\)/u.test(after))

/**
 * A hyphen at the end of a line belongs to the word ("one-to-one") unless the word without it stands elsewhere in the
 * document and the word with it does not. In doubt it stays: a hyphen too many changes no meaning.
 */
const isSoftHyphen = (before: string, after: string, spelled: (word: string) => boolean): boolean => {
  const first = /([\p{L}-]+)-$/u.exec(before)?.[1]
  const second = /^\p{Ll}+/u.exec(after)?.[0]
  if (first === undefined || second === undefined) return false
  return spelled(first + second) && !spelled(`${first}-${second}`)
}

/** A reader for `spelled`: all words of the document, in small letters. */
export const spelledIn = (lines: Iterable<string>): (word: string) => boolean => {
  const words = new Set<string>()
  for (const line of lines) for (const word of line.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) words.add(word)
  return (word) => words.has(word.toLowerCase())
}

/** Does a block go on at the top of the next page? It has no stop yet and the next begins with a small letter. */
export const goesOn = (before: string, after: string): boolean =>
  !/[.!?:;…]["'”’)\]]*$/u.test(before) && /^["'“‘(]?\p{Ll}/u.test(after)
