// A Word file as the rules about older plans read it: paragraphs and tables in reading order, and where each stood. Nothing of how
// Word writes it down; platform/documents/word-file-in.ts reads it.

export type WordPlace = 'text-box' | 'header' | 'footer' | 'note' | 'hidden'

export interface WordParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** The name of its style, as in "Heading 2" or "TOC 1". */
  readonly style?: string
  /** 1 to 9, for headings by style or outline level. */
  readonly level?: number
  /** All of its letters are bold or underlined. */
  readonly isBold: boolean
  /** In a list: 1 for the outermost. */
  readonly list?: number
  /** What Word counts in front of it by itself: "Section A", "1.2", "(a)". Not in the text. */
  readonly number?: string
  /** Absent for the body of the document. */
  readonly place?: WordPlace
}

export interface WordCell {
  /** How many columns it takes up. */
  readonly span: number
  /** It goes on from the cell above, which holds its words. */
  readonly continues: boolean
  readonly blocks: readonly WordBlock[]
}

export interface WordRow {
  readonly cells: readonly WordCell[]
}

export interface WordTable {
  readonly kind: 'table'
  readonly rows: readonly WordRow[]
}

export type WordBlock = WordParagraph | WordTable

export interface WordFile {
  readonly blocks: readonly WordBlock[]
  /** What a person should know of the file: tracked changes were read as if they were accepted, comments and pictures are in the original alone. */
  readonly changes: number
  readonly comments: number
  readonly pictures: number
}

/** The words of a text: what must not be lost. White space and what marks a list item are none. */
export const wordsIn = (text: string): string[] =>
  text.normalize('NFC').replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
