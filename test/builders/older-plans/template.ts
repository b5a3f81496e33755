// A council's form for a plan, as a Word file, with the truth of it: which section each paragraph of the plan's words stands in.

import {
  Document, Footer, Header, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type FileChild, type IPropertiesOptions, type ISectionPropertiesOptions,
} from 'docx'
import type { Section } from '../../../src/domain/plan/sections.ts'

export interface Truth {
  /** 'none': words of the form or of the front that belong to no section. */
  readonly section: Section | 'none'
  readonly text: string
}

export interface OlderPlanFile {
  readonly name: string
  /** How it is laid out, in a few words. */
  readonly about: string
  readonly bytes: Uint8Array
  readonly truth: readonly Truth[]
}

export const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export class Template {
  readonly #children: FileChild[] = []
  readonly #truth: Truth[] = []

  /** Notes that these words stand in a section, and gives them back for the file. */
  say(section: Section | 'none', text: string): string {
    this.#truth.push({ section, text })
    return text
  }

  put(...children: FileChild[]): this {
    this.#children.push(...children)
    return this
  }

  heading(text: string, level: 1 | 2 | 3 = 1): this {
    return this.put(new Paragraph({ text, heading: levels[level - 1] ?? HeadingLevel.HEADING_1 }))
  }

  bold(text: string): this {
    return this.put(boldParagraph(text))
  }

  words(section: Section | 'none', texts: readonly string[]): this {
    return this.put(...texts.map((text) => new Paragraph(this.say(section, text))))
  }

  bullets(section: Section | 'none', texts: readonly string[]): this {
    return this.put(...texts.map((text) => new Paragraph({ text: this.say(section, text), bullet: { level: 0 } })))
  }

  table(rows: readonly (readonly Cell[])[]): this {
    return this.put(tableOf(rows))
  }

  async file(name: string, about: string, { section = {}, header, footer, ...options }: { section?: ISectionPropertiesOptions; header?: string; footer?: string } & Partial<IPropertiesOptions> = {}): Promise<OlderPlanFile> {
    const document = new Document({
      ...options, sections: [{
        properties: section, children: this.#children,
        ...(header === undefined ? {} : { headers: { default: new Header({ children: [new Paragraph(header)] }) } }),
        ...(footer === undefined ? {} : { footers: { default: new Footer({ children: [new Paragraph(footer)] }) } }),
      }],
    })
    return { name, about, bytes: new Uint8Array(await Packer.toBuffer(document)), truth: this.#truth }
  }
}

export const boldParagraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] })

export interface CellWishes { readonly lines: readonly (string | Paragraph | Table)[]; readonly bold?: boolean; readonly across?: number; readonly down?: number; readonly bullets?: boolean }
export type Cell = string | CellWishes

export const tableOf = (rows: readonly (readonly Cell[])[]): Table => new Table({
  width: { size: 100, type: WidthType.PERCENTAGE },
  rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => {
    const { lines, bold = false, across, down, bullets = false } = typeof cell === 'string' ? { lines: [cell] } : cell
    return new TableCell({
      ...(across === undefined ? {} : { columnSpan: across }), ...(down === undefined ? {} : { rowSpan: down }),
      children: lines.length === 0 ? [new Paragraph('')] : lines.map((line) => (typeof line === 'string' ? new Paragraph({ children: [new TextRun({ text: line, bold })], ...(bullets ? { bullet: { level: 0 } } : {}) }) : line)),
    })
  }) })),
})

export const head = (...texts: readonly string[]): CellWishes[] => texts.map((text) => ({ lines: [text], bold: true }))
export const landscape: ISectionPropertiesOptions = { page: { size: { orientation: PageOrientation.LANDSCAPE } } }
