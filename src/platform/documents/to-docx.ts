import {
  AlignmentType, Bookmark, BorderStyle, Document, Footer, Header, HeadingLevel, LevelFormat, Packer, PageBreak, PageNumber, Paragraph,
  Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type IRunOptions, type ParagraphChild,
} from 'docx'
import type { Block, Cell, Heading, List, Mark, PrintedDocument, Span, Table as TableBlock } from './printed-document.ts'

/**
 * The Word twin, for editing and for those whose software reads Word best: real heading styles, header rows that repeat,
 * British English, the document's own title, page numbers. Styles carry the look, so a reader can change it in one place.
 */
export const toDocx = async (document: PrintedDocument): Promise<Uint8Array> => {
  const size = document.largePrint ? 36 : 22 // half points
  const lists = listCounter()
  const file = new Document({
    title: document.title,
    ...(document.subject === undefined ? {} : { subject: document.subject }),
    creator: document.author ?? '',
    lastModifiedBy: document.author ?? '',
    styles: stylesFor(size),
    numbering: { config: [bulletNumbering, ...numberings] },
    sections: [{
      properties: { page: a4 },
      headers: { default: new Header({ children: furniture(document.headerLine) }) },
      footers: { default: new Footer({ children: [
        ...furniture(document.watermark), ...furniture(document.footerLine), pageNumberLine(),
      ] }) },
      children: [
        new Paragraph({ heading: HeadingLevel.HEADING_1, children: marked(document.mark, runs([{ text: document.title }])) }),
        ...document.blocks.flatMap((block) => partsOf(block, { lists, depth: 0, boxed: false })),
      ],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** In twentieths of a point. */
const a4 = { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1250, right: 1250 } }

/** Each numbered list counts from 1 of its own: a list in Word counts on unless it is another instance. */
const listCounter = () => {
  let lists = 0
  return () => (lists += 1)
}
type Place = { readonly lists: () => number, readonly depth: number, readonly boxed: boolean }

const partsOf = (block: Block, place: Place): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading': return [headingPart(block, place)]
    case 'paragraph': return [new Paragraph({ ...boxFor(place), children: marked(block.mark, runs(block.spans)) })]
    case 'list': return listParts(block, place)
    case 'summary-list': return block.rows.flatMap((row) => [
      new Paragraph({ ...boxFor(place), keepNext: true, spacing: { after: 0 }, children: runs([{ text: row.label, bold: true }]) }),
      new Paragraph({ ...boxFor(place), indent: { left: 360 }, children: marked(row.mark, runs(row.spans)) }),
    ])
    case 'table': return tableParts(block)
    case 'notice': return block.blocks.flatMap((inner) => partsOf(inner, { ...place, boxed: true }))
    case 'page-break': return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const headings = {
  1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4, 4: HeadingLevel.HEADING_5,
} as const
const headingPart = (heading: Heading, place: Place) =>
  new Paragraph({ ...boxFor(place), heading: headings[heading.level], children: marked(heading.mark, runs(heading.spans)) })

const listParts = (list: List, place: Place): readonly (Paragraph | Table)[] => {
  const instance = place.lists()
  const level = Math.min(place.depth, 3)
  const numbering = { reference: list.ordered ? numberReference(level) : 'bullets', level, ...(list.ordered ? { instance } : {}) }
  return list.items.flatMap((item) => [
    new Paragraph({ ...boxFor(place), numbering, spacing: { after: 80 }, children: runs(item.spans) }),
    ...item.blocks.flatMap((inner) => partsOf(inner, { ...place, depth: place.depth + 1 })),
  ])
}

const tableParts = (table: TableBlock): readonly (Paragraph | Table)[] => [
  new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: runs([{ text: table.caption, bold: true }]) }),
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, bottom: line, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, children: table.columns.map((column) => cellPart({ spans: column.map(asBold) })) }),
      ...table.rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cellPart) })),
    ],
  }),
  new Paragraph({ spacing: { after: 80 }, children: [] }),
]

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const line = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' } as const
const asBold = (span: Span): Span => ({ ...span, bold: true })
const cellPart = (cell: Cell) => new TableCell({
  margins: { top: 60, bottom: 60, left: 90, right: 90 },
  children: [new Paragraph({ spacing: { after: 0 }, children: runs(cell.heads === 'row' ? cell.spans.map(asBold) : cell.spans) })],
})

const boxFor = (place: Place): Pick<IParagraphOptions, 'border' | 'indent'> => (place.boxed
  ? { border: { left: { style: BorderStyle.SINGLE, size: 24, color: '6E6E6E', space: 10 } }, indent: { left: 240 } }
  : {})

/** Word hides bookmarks whose names begin with an underline, and keeps them where they are while somebody types round them. */
const marked = (mark: Mark | undefined, children: readonly ParagraphChild[]): readonly ParagraphChild[] =>
  (mark === undefined ? children : [new Bookmark({ id: mark, children })])

const runs = (spans: readonly Span[]): readonly ParagraphChild[] => spans.flatMap((span) => (
  span.text.split('\n').map((text, index) => new TextRun({ text, ...(index === 0 ? {} : { break: 1 }), ...lookOf(span) }))
))

const lookOf = (span: Span): IRunOptions => ({
  ...(span.bold || span.change === 'added' ? { bold: true } : {}),
  ...(span.italic ? { italics: true } : {}),
  ...(span.underline || span.change === 'added' ? { underline: {} } : {}),
  ...(span.change === 'removed' || span.keyed === 'removed' ? { strike: true } : {}),
  // Tells Word to set the run from right to left and to use its font for such scripts.
  ...(isRightToLeft(span.text) ? { rightToLeft: true } : {}),
})

const isRightToLeft = (text: string) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) && !/\p{Script=Latin}/u.test(text)

const furniture = (text: string | undefined): readonly Paragraph[] =>
  (text === undefined ? [] : [new Paragraph({ children: [new TextRun({ text })] })])

const pageNumberLine = () => new Paragraph({
  alignment: AlignmentType.RIGHT,
  children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
})

const indentAt = (level: number) => ({ paragraph: { indent: { left: 480 * (level + 1), hanging: 360 } } })
const levels = [0, 1, 2, 3] as const
const bulletNumbering = {
  reference: 'bullets',
  levels: levels.map((level) => (
    { level, format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–', alignment: AlignmentType.LEFT, style: indentAt(level) }
  )),
}
const numberReference = (level: number) => `numbers-${level}`
const numberings = levels.map((start) => ({
  reference: numberReference(start),
  levels: levels.map((level) => (
    { level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, style: indentAt(level) }
  )),
}))

const stylesFor = (size: number) => {
  const headingStyle = (share: number) => ({
    run: { size: Math.round(size * share), bold: true, color: '000000', font: 'Arial' },
    paragraph: { spacing: { before: size * 14, after: size * 6 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { size, font: 'Arial', language: { value: 'en-GB' } }, paragraph: { spacing: { after: size * 7, line: 300 } },
      },
      heading1: headingStyle(1.7), heading2: headingStyle(1.4), heading3: headingStyle(1.2), heading4: headingStyle(1.1),
      heading5: headingStyle(1),
    },
  }
}
