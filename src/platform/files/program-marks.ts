// Signs that a file is, or carries, something that runs. This comes before a malware scanner and does not replace one.

const programExtensions: ReadonlySet<string> = new Set([
  'app', 'apk', 'bat', 'cmd', 'com', 'cpl', 'dll', 'docm', 'dotm', 'exe', 'hta', 'jar', 'js', 'jse', 'lnk', 'mjs', 'msc', 'msi', 'msp',
  'php', 'pif', 'potm', 'ppam', 'ppsm', 'pptm', 'ps1', 'psm1', 'py', 'reg', 'rb', 'scr', 'sct', 'sh', 'vb', 'vbe', 'vbs', 'wsf', 'wsh',
  'xlam', 'xll', 'xlsm', 'xltm',
])

/** Whether files with this extension ("exe", no dot) are run, or hold macros, when somebody opens them. */
export const isProgramExtension = (extension: string): boolean => programExtensions.has(extension.toLowerCase())

/** Whether a file so named ("invoice.pdf.exe") is run when somebody opens it. */
export const isProgramName = (name: string): boolean => isProgramExtension(/\.([^.\\/]+?)[\s.\0]*$/.exec(name)?.[1] ?? '')

const magics: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46], // ELF: Linux programs
  [0xfe, 0xed, 0xfa, 0xce], [0xfe, 0xed, 0xfa, 0xcf], [0xce, 0xfa, 0xed, 0xfe], [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0xca, 0xfe, 0xba, 0xbe], // Java classes and fat Mach-O
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
  [0x64, 0x65, 0x78, 0x0a], // Android
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // Windows shortcut
  [0x49, 0x54, 0x53, 0x46], // compiled help, which may run commands
  [0x23, 0x21], // #!
]

/** Whether the file begins as a program, a shortcut or a script does. */
export function beginsAsProgram(bytes: Uint8Array): boolean {
  if (magics.some((magic) => magic.every((byte, index) => bytes[index] === byte))) return true
  return bytes[0] === 0x4d && bytes[1] === 0x5a && isWindowsProgramAt(bytes, 0, 'or-old')
}

/** Whether a Windows program lies anywhere inside: an object packed into a document. */
export function carriesWindowsProgram(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  for (let at = view.indexOf('MZ'); at >= 0; at = view.indexOf('MZ', at + 2)) {
    if (isWindowsProgramAt(view, at, 'new')) return true
  }
  return false
}

/** "MZ", and at the offset that the word at 0x3C names, "PE\0\0". A file that is nothing but "MZ" is an old DOS program. */
function isWindowsProgramAt(bytes: Uint8Array, at: number, age: 'new' | 'or-old'): boolean {
  const view = viewOf(bytes)
  if (at + 0x40 > view.length) return age === 'or-old' && hasControlBytes(view)
  const header = at + view.readUInt32LE(at + 0x3c)
  if (header + 4 <= view.length && view.toString('latin1', header, header + 4) === 'PE\0\0') return true
  // Text may begin with the letters MZ; a program has bytes that no text has.
  return age === 'or-old' && hasControlBytes(view.subarray(0, 0x40))
}

const hasControlBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether text is markup that a browser would run: a script, a handler, a frame, a javascript address. */
export function hasLiveMarkup(text: string): boolean {
  return /<script[\s>/]|\son\w{3,}\s*=|javascript\s*:|<(iframe|object|embed|foreignobject)[\s>/]/i.test(text)
}

/** Whether text is markup at all: HTML, SVG, XML. */
export const isMarkup = (text: string): boolean => /^\uFEFF?\s*(<!doctype|<html|<svg|<\?xml|<head|<body|<script)/i.test(text)
