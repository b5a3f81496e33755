// A file's name comes from somebody's computer: it may hold a folder, signs that turn the writing round, or nothing at all.
// What is kept is only ever shown and offered for download; it is never a path.

const longestName = 120

/** The extension as written, in small letters, no dot; empty when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(visibleName(fileName))?.[1]?.toLowerCase() ?? ''
}

/** The name as it is kept: last part only, without what cannot be seen, ending with the extension that its content has. */
export function cleanFileName(fileName: string, extension: string): string {
  const visible = visibleName(fileName)
  const stem = (extensionOf(fileName) === '' ? visible : visible.replace(/\.[A-Za-z0-9]{1,8}$/, '')).replace(/[. ]+$/, '')
  const named = stem === '' ? 'file' : stem
  // Windows gives these names to devices, whatever comes after the dot.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(named) ? `file ${named}` : named
  return `${cutTo(safe, longestName - extension.length - 1).trimEnd()}.${extension}`
}

function visibleName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    // Marks that turn the direction of writing ("gpj.exe" shown as "exe.jpg"), and letters without width.
    .replaceAll(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replaceAll(/[<>:"|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
}

/** Cuts between signs, never inside one: what looks like one sign may be several code points. */
function cutTo(text: string, most: number): string {
  const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(text)
  let kept = ''
  for (const { segment } of signs) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  // One sign may be longer than a whole name: then there is nothing to keep.
  return kept === '' ? 'file' : kept
}
