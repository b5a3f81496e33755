// A text for searching: letters without case and accents, any white space as one space, one kind of apostrophe and hyphen. As
// long as the text itself, so that what is found in one stands at the same place in the other.

export function folded(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 1) out += foldedUnit(text.charAt(at))
  return out
}

function foldedUnit(unit: string): string {
  if (/\s/.test(unit)) return ' '
  if (/[\u2018\u2019\u02bc`´]/.test(unit)) return "'"
  if (/[\u2010-\u2015]/.test(unit)) return '-'
  const plain = unit.normalize('NFD').charAt(0).toLowerCase()
  return plain.length === 1 ? plain : unit
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit)

export interface Place {
  readonly start: number
  readonly end: number
}

/** Every place where these words stand as whole words, however they are cased, accented or broken over lines. */
export function placesOf(words: string, foldedText: string): Place[] {
  const wanted = folded(words).trim().split(/ +/).filter((word) => word !== '')
  if (wanted.length === 0) return []
  const pattern = new RegExp(wanted.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join(' {1,4}'), 'g')
  const places: Place[] = []
  for (const match of foldedText.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const isWhole = !(isLetter(foldedText[start]) && isLetter(foldedText[start - 1])) && !(isLetter(foldedText[end - 1]) && isLetter(foldedText[end]))
    if (isWhole) places.push({ start, end })
  }
  return places
}
