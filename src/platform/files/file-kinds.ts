// The kinds of file that may be handed in: what professionals write, what families photograph and record, what is e-mailed.

interface KindRow {
  readonly contentType: string
  /** The first is the one a file gets that has none, or has another of its family. */
  readonly extensions: readonly [string, ...string[]]
  /** Phones mix these up within a family ("IMG_1.png" that is a JPEG): harmless, so the name is put right instead of refused. */
  readonly family?: 'picture' | 'recording' | 'words'
}

export const fileKinds = {
  pdf: { contentType: 'application/pdf', extensions: ['pdf'] },
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: { contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx', 'ppsx'] },
  odt: { contentType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { contentType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  doc: { contentType: 'application/msword', extensions: ['doc'] },
  rtf: { contentType: 'application/rtf', extensions: ['rtf', 'doc'] },
  txt: { contentType: 'text/plain', extensions: ['txt', 'text'], family: 'words' },
  md: { contentType: 'text/markdown', extensions: ['md', 'markdown'], family: 'words' },
  csv: { contentType: 'text/csv', extensions: ['csv'], family: 'words' },
  eml: { contentType: 'message/rfc822', extensions: ['eml'] },
  msg: { contentType: 'application/vnd.ms-outlook', extensions: ['msg'] },
  jpg: { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], family: 'picture' },
  png: { contentType: 'image/png', extensions: ['png'], family: 'picture' },
  gif: { contentType: 'image/gif', extensions: ['gif'], family: 'picture' },
  webp: { contentType: 'image/webp', extensions: ['webp'], family: 'picture' },
  heic: { contentType: 'image/heic', extensions: ['heic', 'heif'], family: 'picture' },
  mp3: { contentType: 'audio/mpeg', extensions: ['mp3'], family: 'recording' },
  m4a: { contentType: 'audio/mp4', extensions: ['m4a'], family: 'recording' },
  wav: { contentType: 'audio/wav', extensions: ['wav'], family: 'recording' },
  ogg: { contentType: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], family: 'recording' },
  mp4: { contentType: 'video/mp4', extensions: ['mp4', 'm4v'], family: 'recording' },
  mov: { contentType: 'video/quicktime', extensions: ['mov'], family: 'recording' },
  webm: { contentType: 'video/webm', extensions: ['webm'], family: 'recording' },
} as const satisfies Record<string, KindRow>

export type FileKind = keyof typeof fileKinds

export const kindRow = (kind: FileKind): KindRow => fileKinds[kind]
const kinds = Object.keys(fileKinds) as FileKind[]

/** The kinds that files with this extension may be; none when such files are not taken at all. */
export const kindsNamed = (extension: string): FileKind[] => kinds.filter((kind) => kindRow(kind).extensions.includes(extension))

/** What a person perceives of a file, by its content type: what can be shown on a page, and how. */
export function mediumOf(contentType: string): 'picture' | 'sound' | 'film' | 'other' {
  const [kind] = contentType.split('/')
  return kind === 'image' ? 'picture' : kind === 'audio' ? 'sound' : kind === 'video' ? 'film' : 'other'
}

/**
 * For the `accept` attribute of a file field: a help for choosing, never a check. Without HEIC an iPhone hands in a JPEG by itself,
 * which can be drawn anew here.
 */
export const acceptedExtensions: string = kinds.filter((kind) => kind !== 'heic').flatMap((kind) => kindRow(kind).extensions.map((extension) => `.${extension}`))
  .filter((extension, index, all) => all.indexOf(extension) === index).join(',')
