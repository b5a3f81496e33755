// The paragraphs of a Word file as somebody reads them who takes every change in it as done: tracked insertions and what was moved here
// are read, tracked deletions and what is struck through are not. With the hidden bookmarks that lie over the words, and the comments.
// mammoth, which reads reports (docx-in.ts), tells neither where a bookmark ends nor what a style strikes through, so this reads the
// part itself (ECMA-376 part 1, 17.13).

import { ok, refused, type Outcome } from '../../domain/outcome.ts'
import type { DocxPackage, DocxRefusal } from './docx-package.ts'
import { openDocx } from './docx-package.ts'

export interface WordParagraph {
  readonly text: string
  /** Bookmarks over its words and where each begins in `text`; where the paragraph is empty, those that stand in it. */
  readonly marks: readonly { readonly name: string; readonly at: number }[]
  readonly comments: readonly { readonly by: string; readonly text: string }[]
  /** Who made tracked changes in it. */
  readonly changedBy: readonly string[]
}

export function paragraphsOfDocx(bytes: Uint8Array): Outcome<readonly WordParagraph[], DocxRefusal> {
  const opened = openDocx(bytes)
  if (!opened.ok) return opened
  try {
    return ok(new Reader(opened.value).all())
  } catch (error) {
    if (error instanceof RangeError) return refused('broken') // nested deeper than any word processor does
    throw error
  }
}

interface Open {
  text: string
  readonly covering: Map<string, number>
  readonly standing: Map<string, number>
  readonly comments: { by: string; text: string }[]
  readonly changedBy: Set<string>
  readonly style: string | undefined
}

const childrenOf = (element: Element): Element[] => Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)
const childNamed = (element: Element | undefined, name: string): Element | undefined => (element === undefined ? undefined : childrenOf(element).find((child) => child.localName === name))
/** An attribute by its local name, whichever namespace the file's edition uses. */
const valueOf = (element: Element | undefined, name: string): string | undefined => Array.from(element?.attributes ?? []).find((each) => each.localName === name)?.value
const isOn = (element: Element | undefined): boolean | undefined => (element === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(valueOf(element, 'val') ?? 'true'))

/** Read by nobody on the page: what was deleted or moved away, properties, the other form of a drawing. */
const unread = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'sectPr', 'tblPr', 'trPr', 'tcPr', 'tblGrid', 'sdtPr', 'sdtEndPr', 'instrText', 'delText', 'delInstrText', 'Fallback', 'rt'])

class Reader {
  readonly #styles: ReadonlyMap<string, Element>
  readonly #comments: ReadonlyMap<string, { by: string; text: string }>
  readonly #package: DocxPackage
  readonly #openMarks = new Map<string, string>()
  readonly #found: WordParagraph[] = []
  #now: Open | undefined

  constructor(given: DocxPackage) {
    this.#package = given
    this.#styles = new Map(childrenOf(given.part('word/styles.xml') ?? given.document).filter(({ localName }) => localName === 'style').map((style) => [valueOf(style, 'styleId') ?? '', style]))
    this.#comments = new Map(childrenOf(given.part('word/comments.xml') ?? given.document).filter(({ localName }) => localName === 'comment')
      .map((comment) => [valueOf(comment, 'id') ?? '', { by: valueOf(comment, 'author') ?? '', text: plainTextOf(comment) }]))
  }

  all(): readonly WordParagraph[] {
    this.#read(childNamed(this.#package.document, 'body') ?? this.#package.document)
    for (const note of childrenOf(this.#package.part('word/footnotes.xml') ?? this.#package.document).filter((each) => each.localName === 'footnote' && valueOf(each, 'type') === undefined)) this.#read(note)
    return this.#found
  }

  #read(element: Element): void {
    for (const child of childrenOf(element)) this.#readOne(child)
  }

  #readOne(element: Element): void {
    const name = element.localName
    if (name === 'p') return this.#paragraph(element)
    if (name === 'r') return this.#run(element)
    if (name === 'bookmarkStart') return this.#begin(valueOf(element, 'id') ?? '', valueOf(element, 'name') ?? '')
    if (name === 'bookmarkEnd') { this.#openMarks.delete(valueOf(element, 'id') ?? ''); return }
    if (name === 'del' || name === 'moveFrom') return this.#deleted(element)
    if (unread.has(name)) return
    if (name === 'ins' || name === 'moveTo') this.#now?.changedBy.add(valueOf(element, 'author') ?? '')
    this.#read(element)
  }

  /** A paragraph inside another (a text box) is read after what stands before it. */
  #paragraph(element: Element): void {
    const outer = this.#now
    const style = valueOf(childNamed(childNamed(element, 'pPr'), 'pStyle'), 'val')
    const open: Open = { text: '', covering: new Map(), standing: new Map(), comments: [], changedBy: new Set(), style }
    this.#now = open
    for (const mark of this.#openMarks.values()) open.standing.set(mark, 0)
    this.#read(element)
    const text = open.text.replace(/[^\S\n]+$/u, '')
    const marks = open.covering.size > 0 ? open.covering : open.standing
    this.#found.push({
      text, marks: [...marks].map(([mark, at]) => ({ name: mark, at })), comments: open.comments, changedBy: [...open.changedBy].filter((by) => by !== ''),
    })
    this.#now = outer
  }

  #begin(id: string, mark: string): void {
    this.#openMarks.set(id, mark)
    this.#now?.standing.set(mark, this.#now.text.length)
  }

  /** Words that are gone still say whose place this is. */
  #deleted(element: Element): void {
    this.#now?.changedBy.add(valueOf(element, 'author') ?? '')
    for (const each of Array.from(element.getElementsByTagName('*')) as Element[]) {
      if (each.localName === 'bookmarkStart') this.#begin(valueOf(each, 'id') ?? '', valueOf(each, 'name') ?? '')
      if (each.localName === 'delText' || each.localName === 't') this.#cover()
      if (each.localName === 'bookmarkEnd') this.#openMarks.delete(valueOf(each, 'id') ?? '')
    }
  }

  #cover(): void {
    const open = this.#now
    if (open === undefined) return
    for (const mark of this.#openMarks.values()) if (!open.covering.has(mark)) open.covering.set(mark, open.text.length)
  }

  #run(run: Element): void {
    const open = this.#now
    if (open === undefined) return this.#read(run)
    const isOut = this.#isStruck(run, open.style)
    for (const child of childrenOf(run)) {
      const words = wordsOf(child)
      if (words !== undefined) {
        this.#cover()
        if (!isOut) open.text += words
      } else if (child.localName === 'commentReference') {
        const comment = this.#comments.get(valueOf(child, 'id') ?? '')
        if (comment !== undefined) open.comments.push(comment)
      } else if (!unread.has(child.localName)) this.#read(child)
    }
  }

  #isStruck(run: Element, paragraphStyle: string | undefined): boolean {
    const own = childNamed(run, 'rPr')
    return struckBy(own) ?? this.#styleStrikes(valueOf(childNamed(own, 'rStyle'), 'val')) ?? this.#styleStrikes(paragraphStyle) ?? false
  }

  #styleStrikes(id: string | undefined, depth = 0): boolean | undefined {
    const style = id === undefined || depth > 10 ? undefined : this.#styles.get(id)
    if (style === undefined) return undefined
    return struckBy(childNamed(style, 'rPr')) ?? this.#styleStrikes(valueOf(childNamed(style, 'basedOn'), 'val'), depth + 1)
  }
}

const struckBy = (properties: Element | undefined): boolean | undefined => {
  const [once, twice] = [isOn(childNamed(properties, 'strike')), isOn(childNamed(properties, 'dstrike'))]
  return once === undefined && twice === undefined ? undefined : once === true || twice === true
}

/** What a part of a run says; undefined for what is no text. */
function wordsOf(element: Element): string | undefined {
  switch (element.localName) {
    case 't': return element.textContent ?? ''
    case 'tab': case 'ptab': return '\t'
    case 'br': return valueOf(element, 'type') === 'page' || valueOf(element, 'type') === 'column' ? '' : '\n'
    case 'cr': return '\n'
    case 'noBreakHyphen': return '-'
    case 'softHyphen': return ''
    default: return undefined
  }
}

const plainTextOf = (element: Element): string => childrenOf(element).flatMap((child): string[] => {
  if (child.localName === 'p') return [runText(child)]
  return []
}).filter((text) => text !== '').join('\n')

const runText = (element: Element): string => childrenOf(element).map((child) => (unread.has(child.localName) ? '' : wordsOf(child) ?? runText(child))).join('')
