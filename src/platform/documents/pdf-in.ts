import { getDocumentProxy } from 'unpdf'
import { cellGap, keptText, type KeptText, type Piece } from './kept-text.ts'
import { goesOn, spelledIn } from './pdf-lines.ts'
import { markedText, taggedPieces, type ContentItem, type StructureNode } from './pdf-tagged.ts'
import { untaggedPieces, type PlacedPage, type PlacedText } from './pdf-untagged.ts'

const mostPages = 400

/** Read the tags of a tagged file, or go by the look of the page alone as with a file that has none. */
export type PdfReading = 'by-tags' | 'by-look'

/** The words of a PDF file as the file says them, or why there are none. Nothing is recognised from pictures. */
export const textOfPdf = async (bytes: Uint8Array, reading: PdfReading = 'by-tags'): Promise<KeptText | PdfRefusal> => {
  const pages = await pagesIn(bytes, reading)
  if (typeof pages === 'string') return pages
  const pieces = reading === 'by-tags' ? piecesByTags(pages) : undefined
  return { ...keptText(pieces ?? untaggedPieces(pages.map(placedPage))), pages: pages.length }
}

export type PdfRefusal = 'encrypted' | 'broken' | 'too-large'

const pagesIn = async (bytes: Uint8Array, reading: PdfReading): Promise<readonly PageRead[] | PdfRefusal> => {
  try {
    // pdf.js takes the bytes over and will not have a Buffer, so it gets a plain copy.
    const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      if (file.numPages > mostPages) return 'too-large'
      const isTagged = reading === 'by-tags' && (await file.getMarkInfo())?.Marked === true
      const pages: PageRead[] = []
      for (let number = 1; number <= file.numPages; number += 1) {
        const page = await file.getPage(number)
        const { items } = await page.getTextContent({ includeMarkedContent: true })
        const tree: StructureNode | null = isTagged ? await page.getStructTree() : null
        pages.push({ items, tree, height: page.getViewport({ scale: 1 }).height })
        page.cleanup()
      }
      return pages
    } finally {
      await file.destroy()
    }
  } catch (error) {
    // Only pdf.js runs in there, and what it throws tells of the file.
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
  }
}

type PageItem = ContentItem & { readonly width?: number, readonly height?: number, readonly transform?: readonly number[] }
type PageRead = { readonly items: readonly PageItem[], readonly tree: StructureNode | null, readonly height: number }

/** Undefined where the tags leave out words: then they cannot be trusted, and the look of the page decides. */
const piecesByTags = (pages: readonly PageRead[]): readonly Piece[] | undefined => {
  if (pages.every((page) => page.tree === null)) return undefined
  const texts = pages.map((page) => markedText(page.items))
  const spelled = spelledIn(texts.flatMap((byId) => [...byId.values()]))
  const perPage = pages.map((page, index) => (
    page.tree === null ? [] : taggedPieces(page.tree, texts[index] ?? new Map(), index + 1, spelled)
  ))
  const read = lettersIn(perPage.flat().map((piece) => piece.text))
  const there = lettersIn(pages.flatMap((page) => wordsOutsideArtifacts(page.items)))
  return read >= 0.97 * there ? joinedOverPages(perPage) : undefined
}

const lettersIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)

const wordsOutsideArtifacts = (items: readonly ContentItem[]): readonly string[] => {
  const open: boolean[] = []
  return items.flatMap((item) => {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.tag === 'Artifact' || (open.at(-1) ?? false))
    else if (item.type === 'endMarkedContent') open.pop()
    return item.str === undefined || open.at(-1) === true ? [] : [item.str]
  })
}

/** A paragraph, an item or a row that runs over the end of a page is one again. */
const joinedOverPages = (perPage: readonly (readonly Piece[])[]): readonly Piece[] => {
  const all: Piece[] = []
  for (const pieces of perPage) {
    const [first, ...others] = pieces
    if (first === undefined) continue
    const last = all.at(-1)
    const whole = last === undefined ? undefined : wholeOf(last, first)
    if (whole === undefined) all.push(first)
    else all.splice(-1, 1, whole)
    all.push(...others)
  }
  return all
}

const wholeOf = (above: Piece, below: Piece): Piece | undefined => {
  if (above.kind !== below.kind) return undefined
  if (above.kind === 'paragraph' || above.kind === 'list-item') {
    return goesOn(above.text, below.text) ? { ...above, text: `${above.text} ${below.text}` } : undefined
  }
  if (above.kind !== 'table-row') return undefined
  const upper = above.text.split(cellGap)
  const lower = below.text.split(cellGap)
  if (upper.length !== lower.length) return undefined
  const areHalves = upper.every((cell, index) => cell === '' || lower[index] === '' || goesOn(cell, lower[index] ?? ''))
  if (!areHalves) return undefined
  return { ...above, text: upper.map((cell, index) => `${cell} ${lower[index] ?? ''}`.trim()).join(cellGap) }
}

const placedPage = (page: PageRead): PlacedPage =>
  ({ height: page.height, texts: page.items.flatMap((item): readonly PlacedText[] => {
    if (item.str === undefined) return []
    const [, , across = 0, up = 0, x = 0, y = 0] = item.transform ?? []
    return [{ str: item.str, x, y, width: item.width ?? 0, size: Math.hypot(across, up) }]
  }) })
