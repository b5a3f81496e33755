// Whether words hold a name or a term: as whole words, however cased or spaced, and however an accent was typed.

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

export const holdsTerm = (words: string, term: string): boolean => termAt(words.normalize('NFC'), term) !== undefined

/** Where the term first stands in the words, as it is typed there. */
export function termAt(words: string, term: string): { readonly at: number; readonly end: number } | undefined {
  const parts = term.normalize('NFC').trim().split(/\s+/u).filter((part) => part !== '')
  if (parts.length === 0) return undefined
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.map(escaped).join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'iu')
  const found = whole.exec(words)
  return found === null ? undefined : { at: found.index, end: found.index + found[0].length }
}
