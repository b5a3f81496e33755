import mammoth from 'mammoth'
import { cellGap, keptText, type KeptText, type Piece } from './kept-text.ts'

/**
 * The words of a Word file with its headings, list items and table rows. Tracked insertions are read, tracked deletions and
 * comments are not, as the file would print. Footnotes follow at the end. Numbers that Word counts by itself are not in the
 * file and so are not in the text.
 */
export const textOfDocx = async (bytes: Uint8Array): Promise<KeptText | 'broken'> => {
  const root = await documentIn(bytes)
  return root === undefined ? 'broken' : keptText([...piecesIn(root), ...notesOf(root)])
}

/** The tree that mammoth reads from the file; undefined if it cannot. */
const documentIn = async (bytes: Uint8Array): Promise<Node | undefined> => {
  let root: Node | undefined
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
      externalFileAccess: false,
      transformDocument: (read: unknown) => {
        root = nodeOf(read)
        return { ...root, children: [] } // no HTML is wanted, nor its pictures as text in memory
      },
    })
  } catch {
    return undefined // the file's fault: nothing of ours runs in there
  }
  return root
}

type Node = { readonly [property: string]: unknown, readonly type?: unknown, readonly children?: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const nodeOf = (value: unknown): Node => (isNode(value) ? value : {})
const childrenOf = (node: Node): readonly Node[] => (Array.isArray(node.children) ? node.children.filter(isNode) : [])

const piecesIn = (node: Node): readonly Piece[] => childrenOf(node).flatMap((child): readonly Piece[] => {
  if (child.type === 'paragraph') return [pieceOf(child)]
  if (child.type === 'tableRow') return [{ kind: 'table-row', text: childrenOf(child).map(textIn).join(cellGap) }]
  return piecesIn(child)
})

const pieceOf = (paragraph: Node): Piece => {
  const text = textIn(paragraph)
  const style = typeof paragraph.styleName === 'string' ? paragraph.styleName : ''
  const heading = /^heading ([1-6])$/i.exec(style)
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]), text }
  if (/^title$/i.test(style)) return { kind: 'heading', level: 1, text }
  const { numbering } = paragraph
  if (isNode(numbering)) return { kind: 'list-item', level: Number(numbering.level ?? 0) + 1, text }
  return { kind: 'paragraph', text }
}

/** All text below a node. Paragraphs inside a cell become lines, and a cell's own table loses its lines, not its words. */
const textIn = (node: Node): string => {
  switch (node.type) {
    case 'text': return typeof node.value === 'string' ? node.value.replaceAll('\u00ad', '') : ''
    case 'tab': return '\t'
    case 'break': return '\n'
    case 'checkbox': return node.checked === true ? '☑' : '☐'
    case 'tableCell': return childrenOf(node).map(textIn).filter((text) => text.trim() !== '').join('\n').trim()
    default: return childrenOf(node).map(textIn).join('')
  }
}

const notesOf = (root: Node): readonly Piece[] => {
  const { notes } = root
  const byKey = isNode(notes) && isNode(notes._notes) ? Object.values(notes._notes).filter(isNode) : []
  return byKey.flatMap((note) => piecesIn({ children: note.body }))
}
