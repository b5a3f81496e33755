// What is plain text, and which text is a script, a page or an e-mail.

import type { ContentVerdict } from './content-verdict.ts'
import { beginsAsProgram, carriesWindowsProgram, hasLiveMarkup, isMarkup, isProgramName } from './program-marks.ts'

/** The words of a text file: UTF-8, else Windows-1252, which is what older programs write; undefined for what is no text. */
export function readText(bytes: Uint8Array): string | undefined {
  // A tab, line ends and form feeds are found in text; no other control character is.
  if (bytes.some((byte) => (byte < 9 || (byte > 13 && byte < 32) || byte === 11 || byte === 127))) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Five bytes mean nothing in Windows-1252. Text is mostly plain letters, whatever its accents.
    const isUnset = (byte: number): boolean => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d
    const plain = bytes.reduce((count, byte) => count + (byte < 128 ? 1 : 0), 0)
    return bytes.some(isUnset) || plain < bytes.length * 0.7 ? undefined : new TextDecoder('windows-1252').decode(bytes)
  }
}

export function textContent(bytes: Uint8Array, extension: string): ContentVerdict {
  const text = readText(bytes)
  if (text === undefined) return 'unknown'
  if (isMarkup(text)) return hasLiveMarkup(text) ? 'holds-program' : 'unknown'
  if (extension === 'eml') return emailContent(text)
  if (extension === 'md' || extension === 'markdown') return 'md'
  return extension === 'csv' ? 'csv' : 'txt'
}

/** An e-mail begins with header lines; its attachments are inside it, and none may be a program. */
function emailContent(text: string): ContentVerdict {
  const [headers = ''] = text.split(/\r?\n\r?\n/, 1)
  if (!/^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+)\s*:/im.test(headers)) return 'txt'
  const names = [...text.matchAll(/\b(?:file)?name\*?\d*\*?\s*=\s*(?:"([^"\r\n]*)"|([^\s;"]+))/gi)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  if (names.some((name) => isProgramName(decodedName(name)))) return 'holds-program'
  const packed = text.matchAll(/^content-transfer-encoding:\s*base64\b(?:(?!\r?\n\r?\n)[\s\S]){0,4000}\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gim)
  for (const [, body = ''] of packed) {
    const attachment = Buffer.from(body, 'base64')
    if (beginsAsProgram(attachment) || carriesWindowsProgram(attachment)) return 'holds-program'
  }
  return 'eml'
}

const decodedName = (name: string): string => {
  try {
    return decodeURIComponent(name.replace(/^[\w-]+'[\w-]*'/, ''))
  } catch (error) {
    if (error instanceof URIError) return name // a stray percent sign
    throw error
  }
}
