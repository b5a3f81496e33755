import { cellGap, type Piece, type TextBlockKind } from './kept-text.ts'
import { joinedLines } from './pdf-lines.ts'

// The reading order of a tagged PDF (ISO 32000-1, 14.8): the structure tree says what is a heading, an item or a row, and
// which marked words belong to it. Headers, footers and watermarks are artifacts, outside the tree, and so are not read.

export type StructureNode = {
  readonly role?: string, readonly type?: string, readonly id?: string, readonly children?: readonly StructureNode[]
}

/** One thing in a page's content: text, or the start or end of marked content, as pdf.js hands them over. */
export type ContentItem = {
  readonly type?: string, readonly tag?: string | null, readonly id?: string | null
  readonly str?: string, readonly hasEOL?: boolean
}

/** What stands in each marked part of a page, by the part's id. A line feed stands for the end of a line. */
export const markedText = (items: readonly ContentItem[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  const open: { readonly id: string | undefined, readonly isReversed: boolean }[] = []
  // A run of reversed words (14.8.2.3.3: Arabic, Hebrew) stands on the line from left to right, so its last word comes first.
  let run: string[] = []
  const put = (id: string | undefined, words: string) => {
    if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + words)
  }
  const endRun = (id: string | undefined) => {
    put(id, run.join(''))
    run = []
  }
  for (const item of items) {
    const current = open.at(-1)
    if (item.type?.startsWith('beginMarkedContent')) {
      const isReversed = item.tag === 'ReversedChars'
      if (!isReversed) endRun(current?.id)
      open.push({ id: item.tag === 'Artifact' ? undefined : item.id ?? current?.id, isReversed })
    } else if (item.type === 'endMarkedContent') {
      if (current?.isReversed !== true) endRun(current?.id)
      open.pop()
    } else if (item.str !== undefined) {
      const isSpace = item.str.trim() === ''
      if (run.length > 0 && (current?.isReversed === true || isSpace)) run.unshift(item.str)
      else if (current?.isReversed === true && !isSpace) run = [item.str]
      else {
        endRun(current?.id)
        put(current?.id, item.str)
      }
      if (item.hasEOL) {
        endRun(current?.id)
        put(current?.id, '\n')
      }
    }
  }
  return texts
}

const inline = new Set([
  'Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Reference', 'Lbl', 'Annot', 'Ruby', 'Warichu', 'Sub', 'BibEntry', 'Form',
  'FENote',
])
/** These say nothing about what is inside them. */
const transparent = new Set([
  'Root', 'Document', 'DocumentFragment', 'Part', 'Sect', 'Art', 'Div', 'NonStruct', 'Private', 'Aside', 'BlockQuote', 'TOC',
  'Index', 'L', 'LBody', 'Table', 'THead', 'TBody', 'TFoot', 'Figure',
])

/** The pieces of one page in reading order. */
export const taggedPieces = (
  root: StructureNode, texts: ReadonlyMap<string, string>, page: number, spelled: (word: string) => boolean,
): readonly Piece[] => {
  const pieces: Piece[] = []
  let words = ''
  const flush = (kind: TextBlockKind, level: number | undefined) => {
    const text = joinedLines(words.split('\n'), spelled)
    words = ''
    if (text !== '') pieces.push({ kind, text, page, ...(level === undefined ? {} : { level }) })
  }
  const readInto = (node: StructureNode, kind: TextBlockKind, level: number | undefined, depth: number) => {
    for (const child of node.children ?? []) {
      const { role } = child
      if (role === undefined) words += texts.get(child.id ?? '') ?? ''
      else if (role === 'Lbl') words += labelIn(child, texts)
      else if (inline.has(role)) readInto(child, kind, level, depth)
      else {
        // A list body and its only paragraph are one; elsewhere a block inside ends what stood before it.
        if (!(kind === 'list-item' && (role === 'LBody' || role === 'P'))) flush(kind, level)
        readBlock(child, role, kind, level, depth)
      }
    }
  }
  const readBlock = (node: StructureNode, role: string, kind: TextBlockKind, level: number | undefined, depth: number) => {
    const heading = /^H([1-6])?$/.exec(role)
    if (role === 'TR') {
      const cells = (node.children ?? []).map((cell) => joinedLines(allText(cell, texts).split('\n'), spelled))
      // A row that stands on another page is in this page's tree too, with nothing in it.
      if (cells.some((cell) => cell !== '')) pieces.push({ kind: 'table-row', text: cells.join(cellGap), page })
    } else if (role === 'LI') {
      readInto(node, 'list-item', depth, depth)
      flush('list-item', depth)
    } else if (role === 'L') {
      readInto(node, kind, level, depth + 1)
    } else if (transparent.has(role)) {
      readInto(node, kind, level, depth)
      if (role !== 'LBody') flush(kind, level)
    } else if (heading !== null || role === 'Title') {
      const size = Number(heading?.[1] ?? 1)
      readInto(node, 'heading', size, depth)
      flush('heading', size)
    } else {
      const isItem = kind === 'list-item'
      readInto(node, isItem ? kind : 'paragraph', isItem ? level : undefined, depth)
      flush(isItem ? kind : 'paragraph', isItem ? level : undefined)
    }
  }
  readBlock(root, 'Root', 'paragraph', undefined, 0)
  flush('paragraph', undefined)
  return pieces
}

const allText = (node: StructureNode, texts: ReadonlyMap<string, string>): string => (node.children ?? []).map((child) => {
  if (child.role === undefined) return texts.get(child.id ?? '') ?? ''
  const inside = allText(child, texts)
  return inline.has(child.role) ? inside : `${inside}\n`
}).join('')

/** A number is part of the words ("3. Reads"), a drawn bullet is not. */
const labelIn = (label: StructureNode, texts: ReadonlyMap<string, string>): string => {
  const words = allText(label, texts).trim()
  return /^[^\p{L}\p{N}]{0,2}$/u.test(words) ? '' : `${words} `
}
