import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import type { StructureNode } from '../../src/platform/documents/pdf-tagged.ts'

export type TaggedPdf = {
  readonly title: string
  /** Roles of the structure tree from outermost to innermost, in reading order, for all pages: "Document/L/LI/LBody". */
  readonly paths: readonly string[]
  /** The bookmarks with their depth, from 0. */
  readonly outline: readonly { readonly depth: number, readonly title: string }[]
  readonly pages: number
}

/**
 * Proves that a PDF is tagged for reading software as PDF/UA-1 (ISO 14289-1) asks, without any tool outside npm: from its raw
 * objects and again through pdf.js. Gives back what it saw, for closer looks.
 */
export const expectTagged = async (bytes: Uint8Array): Promise<TaggedPdf> => {
  const raw = rawObjects(bytes)
  assert.match(raw, /\/StructTreeRoot \d+ 0 R/, 'the catalog has a structure tree')
  assert.match(raw, /\/MarkInfo\s*<<[^>]*\/Marked true/, 'the file says that it is marked')
  assert.match(raw, /\/DisplayDocTitle true/, 'readers show the title, not the file name')
  assert.match(raw, /pdfuaid:part(?:>1<|="1")/, 'the metadata claims PDF/UA part 1')

  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    const { info } = await file.getMetadata()
    const title = 'Title' in info ? String(info.Title) : ''
    assert.notEqual(title.trim(), '', 'the file has a title')
    assert.equal('Language' in info ? info.Language : undefined, 'en-GB', 'the language is British English')
    assert.equal((await file.getMarkInfo())?.Marked, true)
    const paths: string[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const tree: StructureNode | null = await page.getStructTree()
      assert.ok(tree, `page ${number} has a structure tree`)
      const tagged = new Set(contentIds(tree))
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      assert.deepEqual(untaggedWords(items, tagged), [], `all words on page ${number} are tagged or furniture`)
      paths.push(...rolePaths(tree))
    }
    const outline = flatOutline(await file.getOutline(), 0)
    expectHeadings(paths)
    expectTableHeaders(paths)
    assert.equal(outline[0]?.title, title, 'the bookmarks begin with the title')
    return { title, paths, outline, pages: file.numPages }
  } finally {
    await file.destroy()
  }
}

/** The file's own text and that of every compressed stream in it, as one string. */
const rawObjects = (bytes: Uint8Array): string => {
  const view = Buffer.from(bytes)
  const text = view.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ 0: mark, index }) => {
    const start = index + mark.length
    try {
      return inflateSync(view.subarray(start, text.indexOf('endstream', start))).toString('latin1')
    } catch {
      return '' // not a deflated stream: fonts and metadata may stand as they are, and are in the text already
    }
  })
  return [text, ...streams].join('\n')
}

const contentIds = (node: StructureNode): readonly string[] =>
  [...(node.id === undefined ? [] : [node.id]), ...(node.children ?? []).flatMap(contentIds)]

const rolePaths = (node: StructureNode, above = ''): readonly string[] => {
  if (node.role === undefined) return []
  const path = node.role === 'Root' ? '' : above === '' ? node.role : `${above}/${node.role}`
  return [...(path === '' ? [] : [path]), ...(node.children ?? []).flatMap((child) => rolePaths(child, path))]
}

type Item = { readonly type?: string, readonly tag?: string | null, readonly id?: string | null, readonly str?: string }

const untaggedWords = (items: readonly Item[], tagged: ReadonlySet<string>): readonly string[] => {
  const open: boolean[] = []
  return items.flatMap((item) => {
    if (item.type?.startsWith('beginMarkedContent')) {
      open.push(item.tag === 'Artifact' || tagged.has(item.id ?? '') || (open.at(-1) ?? false))
    } else if (item.type === 'endMarkedContent') {
      open.pop()
    }
    return item.str === undefined || item.str.trim() === '' || open.at(-1) === true ? [] : [item.str]
  })
}

const expectHeadings = (paths: readonly string[]) => {
  const levels = paths.flatMap((path) => /(?:^|\/)H([1-6])$/.exec(path)?.[1] ?? []).map(Number)
  assert.equal(levels[0], 1, 'the first heading is H1')
  levels.reduce((above, level) => {
    assert.ok(level <= above + 1, `no heading level is skipped: H${above} then H${level}`)
    return level
  })
}

const expectTableHeaders = (paths: readonly string[]) => {
  const count = (ending: string) => paths.filter((path) => path.endsWith(ending)).length
  const tables = count('/Table')
  if (tables === 0) return
  assert.ok(count('/Table/THead/TR/TH') >= tables, 'every table has header cells')
}

type Bookmark = { readonly title: string, readonly items?: readonly unknown[] }
const flatOutline = (bookmarks: readonly Bookmark[] | null, depth: number): TaggedPdf['outline'] =>
  (bookmarks ?? []).flatMap((one) => [{ depth, title: one.title }, ...flatOutline((one.items ?? []).filter(isBookmark), depth + 1)])
const isBookmark = (value: unknown): value is Bookmark => typeof value === 'object' && value !== null && 'title' in value
