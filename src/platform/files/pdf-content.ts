import type { ContentVerdict } from './content-verdict.ts'
import { bufferOf } from './content-verdict.ts'
import { isEncrypted, needsPassword } from './pdf-lock.ts'
import { carriesWindowsProgram, isProgramName } from './program-marks.ts'

/** Readers look for the mark within the first 1024 bytes: ISO 32000-1, annex H, note 13. */
export const isPdf = (bytes: Uint8Array): boolean => bufferOf(bytes).subarray(0, 1029).includes('%PDF-')

/**
 * Whether the end is there, whether it needs a password to be opened, and whether it starts programs. Scripts of the forms that councils
 * hand out (they check dates and add up) are let through: readers keep those inside the page.
 */
export function pdfContent(bytes: Uint8Array): ContentVerdict {
  const view = bufferOf(bytes)
  const end = view.lastIndexOf('%%EOF')
  if (end < 0 || view.lastIndexOf('startxref', end) < 0) return 'broken'
  const text = view.toString('latin1')
  if (isEncrypted(text) && needsPassword(text)) return 'locked'
  if (text.includes('/EmbeddedFile') && [...text.matchAll(/\/U?F\s*\(([^)]{1,300})\)/g)].some(([, name = '']) => isProgramName(name))) {
    return 'holds-program'
  }
  return /\/S\s*\/Launch\b|\/Launch\s*<</.test(text) || carriesWindowsProgram(view) ? 'holds-program' : 'pdf'
}
