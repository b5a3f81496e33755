import {
  bulletList, heading, numberedList, paragraph, printedDocument, table, type Block, type HeadingLevel, type PrintedDocument,
  type Span,
} from '../../src/platform/documents/printed-document.ts'
import { toDocx } from '../../src/platform/documents/to-docx.ts'
import { pdfMaker } from '../../src/platform/documents/to-pdf.ts'

// Reports reach a council as Word and PDF files. These turn a report that a test holds as Markdown into such files: headings,
// paragraphs, bold and italic, lists and tables.

export const reportAsDocx = (markdown: string): Promise<Uint8Array> => toDocx(reportAsDocument(markdown))

const maker = pdfMaker()

export const reportAsPdf = async (markdown: string): Promise<Uint8Array> => {
  if (!maker.available) throw new Error(maker.why)
  return maker.make(reportAsDocument(markdown))
}

export const reportAsDocument = (markdown: string): PrintedDocument => {
  const lines = markdown.split('\n')
  const title = lines.find((line) => line.startsWith('# '))?.slice(2).trim() ?? 'Report'
  const blocks = groupsOf(lines.filter((line) => !line.startsWith('# '))).flatMap(blockOf)
  return printedDocument({ title, headerLine: title, footerLine: 'Confidential', blocks: withoutSkippedLevels(blocks) })
}

/** Lines that belong together: a paragraph with its wrapped lines, the items of a list, the rows of a table. */
const groupsOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = []
  let before = ''
  for (const line of lines) {
    const kind = kindOf(line)
    if (kind !== '') {
      const isContinued = before !== '' && before !== 'heading' && (kind === before || (kind === 'text' && before !== 'row'))
      if (isContinued) groups.at(-1)?.push(line)
      else groups.push([line])
    }
    before = kind === 'text' && before !== '' && before !== 'heading' && before !== 'row' ? before : kind
  }
  return groups
}

const kindOf = (line: string): '' | 'heading' | 'bullet' | 'number' | 'row' | 'text' => {
  if (line.trim() === '' || /^-{3,}$/.test(line.trim())) return ''
  if (/^#{2,6} /.test(line)) return 'heading'
  if (/^\s*[-*] /.test(line)) return 'bullet'
  if (/^\s*\d+[.)] /.test(line)) return 'number'
  return /^\s*\|/.test(line) ? 'row' : 'text'
}

const blockOf = (group: readonly string[]): readonly Block[] => {
  const first = group[0] ?? ''
  switch (kindOf(first)) {
    case '': return []
    case 'heading': return [heading(levelOf(first), spansIn(first.replace(/^#+ /, '')))]
    case 'bullet': return [bulletList(itemsIn(group))]
    case 'number': return [numberedList(itemsIn(group))]
    case 'row': return [tableIn(group)]
    case 'text': return [paragraph(...spansIn(group.map((line) => line.trim()).join(' ')))]
  }
}

const levelOf = (line: string): HeadingLevel => {
  const hashes = /^#+/.exec(line)?.[0].length ?? 2
  return hashes <= 2 ? 1 : hashes === 3 ? 2 : hashes === 4 ? 3 : 4
}

const itemsIn = (lines: readonly string[]): readonly (readonly Span[])[] => {
  const items: string[] = []
  for (const line of lines) {
    if (kindOf(line) === 'text') items.push(`${items.pop() ?? ''} ${line.trim()}`)
    else items.push(line.trim().replace(/^(?:[-*]|\d+[.)]) /, ''))
  }
  return items.map(spansIn)
}

const tableIn = (lines: readonly string[]): Block => {
  const rows = lines.map((line) => line.trim().replace(/^\||\|$/g, '').split('|').map((text) => text.trim()))
  const [columns = [], , ...body] = rows
  return table('Table', columns.map(spansIn), body.map((row) => columns.map((_, index) => spansIn(row[index] ?? ''))))
}

/** `**bold**` and `*italic*`. */
const spansIn = (text: string): readonly Span[] => text.split(/(\*\*.+?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/).flatMap((part): readonly Span[] => {
  if (part === '') return []
  if (part.startsWith('**') && part.length > 4) return [{ text: part.slice(2, -2), bold: true }]
  return part.startsWith('*') && part.length > 2 ? [{ text: part.slice(1, -1), italic: true }] : [{ text: part }]
})

const withoutSkippedLevels = (blocks: readonly Block[]): readonly Block[] => {
  let above = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const level = Math.min(block.level, above + 1)
    above = level
    return { ...block, level: level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4 }
  })
}
