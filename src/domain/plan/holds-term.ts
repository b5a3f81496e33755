// Whether words hold a name or a term: as whole words, however cased or spaced, and however an accent was typed.

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

export function holdsTerm(words: string, term: string): boolean {
  const parts = term.normalize('NFC').trim().split(/\s+/u).filter((part) => part !== '')
  if (parts.length === 0) return false
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.map(escaped).join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'iu')
  return whole.test(words.normalize('NFC'))
}
