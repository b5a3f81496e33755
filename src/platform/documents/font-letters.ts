/**
 * Which letters a TrueType font has a drawing for, read from its character map (OpenType 1.9, "cmap", formats 4 and 12).
 * Typst builds a letter that is missing from others where it can (Ŵ from W and a circumflex). It looks right, but viewers
 * that do not know ActualText then copy and find "WŴ": so words with such letters are set in a font that has them.
 */
export const lettersOf = (font: Uint8Array): ((letter: string) => boolean) => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const ranges = subtablesOf(view).flatMap((at) => rangesIn(view, at))
  return (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return ranges.some((range) => range.first <= code && code <= range.last && range.has(code))
  }
}

type Range = { readonly first: number, readonly last: number, has(code: number): boolean }

const subtablesOf = (view: DataView): readonly number[] => {
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16)
  const entry = tables.find((at) => view.getUint32(at) === 0x636d6170) // "cmap"
  if (entry === undefined) return []
  const cmap = view.getUint32(entry + 8)
  return Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4))
}

const rangesIn = (view: DataView, at: number): readonly Range[] => {
  const format = view.getUint16(at)
  if (format === 4) return segmentsIn(view, at)
  if (format !== 12) return []
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    return { first: view.getUint32(group), last: view.getUint32(group + 4), has: () => true }
  })
}

/** Format 4: four arrays of one number for each segment; a segment maps by a shift or through a list of glyphs. */
const segmentsIn = (view: DataView, at: number): readonly Range[] => {
  const bytes = view.getUint16(at + 6) // two for each segment
  const ends = at + 14
  const starts = ends + bytes + 2
  const deltas = starts + bytes
  const offsets = deltas + bytes
  return Array.from({ length: bytes / 2 }, (_, index): Range => {
    const first = view.getUint16(starts + index * 2)
    const delta = view.getUint16(deltas + index * 2)
    const offset = view.getUint16(offsets + index * 2)
    const glyphOf = (code: number) => (offset === 0
      ? (code + delta) & 0xffff
      : view.getUint16(offsets + index * 2 + offset + (code - first) * 2))
    return { first, last: view.getUint16(ends + index * 2), has: (code) => glyphOf(code) !== 0 }
  })
}
