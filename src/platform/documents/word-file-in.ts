// A Word file with all its words: paragraphs and tables in reading order, text boxes, headers and footers, notes, and what is
// hidden. Unlike docx-in.ts, which keeps the words of a report, nothing that Word would print is left out here, because a plan that is
// brought in must not lose a line. Tracked insertions are read, tracked deletions are not. ECMA-376 Part 1, chapter 17.

import type { WordBlock, WordCell, WordFile, WordParagraph, WordPlace, WordRow } from '../../domain/older-plans/word-file.ts'
import { ok, refused, type Outcome } from '../../domain/outcome.ts'
import { linksOutward } from './word-links.ts'
import { countWordNumbers, type NumberOf } from './word-numbers.ts'
import { stylesIn, type Styles } from './word-styles.ts'
import { allBelow, childOf, nodesIn, xmlTree, type XmlNode } from './xml-tree.ts'
import { zipParts, zipVerdict, type ZipPart } from './zip-guard.ts'

/** linked: it would fetch something from elsewhere, or start a program, as soon as it is opened. */
export type WordFileRefusal = 'broken' | 'encrypted' | 'too-large' | 'not-word' | 'linked' | 'no-text'

const largestPart = 40 * 1024 * 1024

export function wordFileOf(bytes: Uint8Array): Outcome<WordFile, WordFileRefusal> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refused('not-word')
  const verdict = zipVerdict(bytes)
  if (verdict !== 'fine') return refused(verdict)
  const parts = zipParts(bytes)
  const main = parts.find(({ name }) => /^word\/document\d*\.xml$/.test(name))
  if (main === undefined) return refused('not-word')
  const body = treeOf(main)
  if (typeof body === 'string') return refused(body)
  const more = [...named(parts, /^word\/header\d*\.xml$/), ...named(parts, /^word\/footer\d*\.xml$/), ...named(parts, /^word\/(?:foot|end)notes\.xml$/)]
  const trees: { readonly name: string; readonly tree: XmlNode }[] = []
  for (const part of more) {
    const tree = treeOf(part)
    if (typeof tree === 'string') return refused(tree)
    trees.push({ name: part.name, tree })
  }
  if (linksOutward(parts, [body, ...trees.map(({ tree }) => tree)])) return refused('linked')
  const [styles, numbering, comments] = ['styles', 'numbering', 'comments'].map((name) => optionalTree(parts, `word/${name}.xml`))
  const reader: Reader = { styles: stylesIn(styles), numberOf: countWordNumbers(numbering) }
  const blocks = [
    ...blocksIn(reader, childOf(body, 'body') ?? body),
    ...trees.flatMap(({ name, tree }) => paragraphsAt(reader, tree, name.includes('header') ? 'header' : name.includes('footer') ? 'footer' : 'note')),
  ]
  if (!blocks.some(hasWords)) return refused('no-text')
  return ok({
    blocks, comments: comments === undefined ? 0 : nodesIn(comments).filter(({ name }) => name === 'comment').length,
    changes: ['ins', 'del', 'moveFrom', 'moveTo'].reduce((sum, name) => sum + allBelow(body, name).filter(({ attributes }) => attributes['author'] !== undefined).length, 0),
    pictures: allBelow(body, 'blip').length + allBelow(body, 'imagedata').length,
  })
}

/** A refusal in plain words: on the report of what came in, and beside the field. */
export const wordFileRefusalWords: Readonly<Record<WordFileRefusal, string>> = {
  broken: 'The file is damaged or was not saved completely. Open it in Word, save it again and bring in the new copy',
  encrypted: 'The file needs a password to open it. Save a copy that opens without a password and bring in that',
  'too-large': 'The file is too large when it is unpacked. Take out pictures and bring in the smaller copy',
  'not-word': 'The file is not a Word file of the kind docx. Open it in Word, choose Save as, Word document (docx), and bring in that',
  linked: 'The file fetches things from outside itself, or starts a program, when it is opened. Save a copy with its links broken and bring in that',
  'no-text': 'The file has no words that can be read, only pictures of pages. Bring in the Word file that it was printed from',
}

const named = (parts: readonly ZipPart[], pattern: RegExp): ZipPart[] => parts.filter(({ name }) => pattern.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))

function treeOf(part: ZipPart): XmlNode | 'broken' | 'too-large' {
  const bytes = part.unpack()
  if (bytes.length > largestPart) return 'too-large'
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  return xmlTree(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes))
}

/** Styles and numbers help to read; a file whose styles are broken still has its words. */
function optionalTree(parts: readonly ZipPart[], name: string): XmlNode | undefined {
  const part = parts.find((one) => one.name === name)
  const tree = part === undefined ? undefined : treeOf(part)
  return typeof tree === 'string' ? undefined : tree
}

interface Reader { readonly styles: Styles; readonly numberOf: NumberOf }

const hasWords = (block: WordBlock): boolean =>
  (block.kind === 'paragraph' ? /[\p{L}\p{N}]/u.test(block.text) : block.rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(hasWords))))

function blocksIn(reader: Reader, node: XmlNode): WordBlock[] {
  return nodesIn(node).flatMap((child): WordBlock[] => {
    switch (child.name) {
      case 'p': return paragraphIn(reader, child)
      case 'tbl': return [{ kind: 'table', rows: rowsIn(reader, child) }]
      case 'AlternateContent': return blocksIn(reader, chosen(child))
      case 'del': case 'moveFrom': case 'sectPr': case 'sdtPr': return []
      default: return blocksIn(reader, child)
    }
  })
}

/** Two ways of writing one thing: the newer, or else the older, never both. */
const chosen = (alternate: XmlNode): XmlNode => childOf(alternate, 'Choice') ?? childOf(alternate, 'Fallback') ?? alternate

const paragraphsAt = (reader: Reader, tree: XmlNode, place: WordPlace): WordParagraph[] => flat(blocksIn(reader, tree)).map((one) => ({ ...one, place }))

const flat = (blocks: readonly WordBlock[]): WordParagraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => flat(cell.blocks)))))

function rowsIn(reader: Reader, node: XmlNode): WordRow[] {
  return nodesIn(node).flatMap((child): WordRow[] => {
    if (child.name !== 'tr') return child.name === 'del' ? [] : rowsIn(reader, child)
    if (childOf(childOf(child, 'trPr'), 'del') !== undefined) return []
    return [{ cells: cellsIn(reader, child) }]
  })
}

function cellsIn(reader: Reader, node: XmlNode): WordCell[] {
  return nodesIn(node).flatMap((child): WordCell[] => {
    if (child.name !== 'tc') return ['sdt', 'sdtContent', 'customXml'].includes(child.name) ? cellsIn(reader, child) : []
    const properties = childOf(child, 'tcPr')
    const merge = childOf(properties, 'vMerge')
    return [{
      span: Math.max(1, Number(childOf(properties, 'gridSpan')?.attributes['val'] ?? 1) || 1),
      continues: merge !== undefined && merge.attributes['val'] !== 'restart', blocks: blocksIn(reader, child),
    }]
  })
}

interface Gathered { text: string; hidden: string; bold: number; letters: number; readonly boxes: WordBlock[] }

/** A text box stands before the paragraph that it hangs on. What is hidden is kept apart: Word does not print it. */
function paragraphIn(reader: Reader, node: XmlNode): WordBlock[] {
  const properties = childOf(node, 'pPr')
  const style = reader.styles.of(childOf(properties, 'pStyle')?.attributes['val'])
  const gathered: Gathered = { text: '', hidden: '', bold: 0, letters: 0, boxes: [] }
  gather(reader, node, style.isBold, gathered)
  const numbered = childOf(properties, 'numPr') ?? style.numbered
  const numId = childOf(numbered, 'numId')?.attributes['val']
  const listLevel = Number(childOf(numbered, 'ilvl')?.attributes['val'] ?? style.listLevel ?? 0) || 0
  const isListed = numId !== undefined && numId !== '0'
  const text = gathered.text.trim()
  const number = isListed && text !== '' ? reader.numberOf({ numId, level: listLevel }) : undefined
  const outline = childOf(properties, 'outlineLvl')?.attributes['val']
  const level = outline === undefined ? style.level : Number(outline) < 9 ? Number(outline) + 1 : undefined
  const paragraph: WordParagraph = {
    kind: 'paragraph', text, isBold: gathered.letters > 0 && gathered.bold === gathered.letters,
    ...(style.name === undefined ? {} : { style: style.name }), ...(level === undefined ? {} : { level }),
    ...(isListed ? { list: listLevel + 1 } : {}), ...(number === undefined ? {} : { number }),
  }
  const hidden = gathered.hidden.trim()
  return [
    ...flatBoxes(gathered.boxes), ...(text === '' ? [] : [paragraph]),
    ...(hidden === '' ? [] : [{ kind: 'paragraph' as const, text: hidden, isBold: false, place: 'hidden' as const }]),
  ]
}

const flatBoxes = (blocks: readonly WordBlock[]): WordBlock[] => blocks.map((block) => (block.kind === 'paragraph' ? { ...block, place: block.place ?? 'text-box' } : block))

const isOn = (node: XmlNode | undefined): boolean => node !== undefined && !['0', 'false', 'off', 'none'].includes(node.attributes['val'] ?? '1')

function gather(reader: Reader, node: XmlNode, isBold: boolean, into: Gathered, isHidden = false): void {
  for (const child of nodesIn(node)) {
    switch (child.name) {
      case 'r': {
        const properties = childOf(child, 'rPr')
        const runStyle = childOf(properties, 'rStyle')?.attributes['val']
        const bold = childOf(properties, 'b')
        const stands = bold === undefined ? isBold || (runStyle !== undefined && reader.styles.of(runStyle).isBold) : isOn(bold)
        gather(reader, child, stands || isOn(childOf(properties, 'u')), into, isHidden || isOn(childOf(properties, 'vanish')))
        break
      }
      case 't': add(child.children.filter((one) => typeof one === 'string').join('').replaceAll('\u00ad', ''), isBold, into, isHidden); break
      case 'tab': case 'ptab': add('\t', isBold, into, isHidden); break
      case 'br': case 'cr': add('\n', isBold, into, isHidden); break
      case 'noBreakHyphen': add('-', isBold, into, isHidden); break
      case 'sym': add(symbols[(child.attributes['char'] ?? '').toUpperCase()] ?? '', isBold, into, isHidden); break
      case 'checkBox': add(isOn(childOf(child, 'checked') ?? childOf(child, 'default')) ? '☑' : '☐', isBold, into, isHidden); break
      case 'txbxContent': into.boxes.push(...blocksIn(reader, child)); break
      case 'AlternateContent': gather(reader, chosen(child), isBold, into, isHidden); break
      case 'pPr': case 'rPr': case 'del': case 'moveFrom': case 'delText': case 'instrText': case 'sdtPr': case 'tabs': break
      default: gather(reader, child, isBold, into, isHidden)
    }
  }
}

function add(text: string, isBold: boolean, into: Gathered, isHidden: boolean): void {
  if (isHidden) {
    into.hidden += text
    return
  }
  into.text += text
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  into.letters += letters
  if (isBold) into.bold += letters
}

/** Ticked and empty boxes of the Wingdings fonts, which forms use. */
const symbols: Readonly<Record<string, string>> = { F0FE: '☑', F052: '☑', F0FD: '☑', F0A8: '☐', F06F: '☐', F0A3: '☐', F0FC: '✓', F0FB: '✗', '2612': '☒', '2611': '☑', '2610': '☐' }
