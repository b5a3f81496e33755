import type { FileKind } from './file-kinds.ts'

/** What a file's content shows it to be, or why it cannot be taken, or that it is nothing known. */
export type ContentVerdict = FileKind | 'broken' | 'holds-program' | 'locked' | 'hides-sheets' | 'unknown' | 'other-container'

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
