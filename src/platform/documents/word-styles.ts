// What a Word file's styles say of the paragraphs that bear them: heading levels, bold, numbers. ECMA-376 Part 1, 17.7.

import type { XmlNode } from './xml-tree.ts'
import { childOf, nodesIn } from './xml-tree.ts'

export interface WordStyle {
  readonly name?: string
  readonly level?: number
  readonly isBold: boolean
  readonly numbered?: XmlNode
  readonly listLevel?: string
}

export interface Styles { readonly of: (id: string | undefined) => WordStyle }

const plain: WordStyle = { isBold: false }

export function stylesIn(root: XmlNode | undefined): Styles {
  const nodes = new Map((root === undefined ? [] : nodesIn(root)).filter(({ name }) => name === 'style').map((node) => [node.attributes['styleId'] ?? '', node]))
  const read = new Map<string, WordStyle>()
  const of = (id: string | undefined, depth = 0): WordStyle => {
    if (id === undefined || depth > 20) return plain
    const known = read.get(id)
    if (known !== undefined) return known
    const node = nodes.get(id)
    const style = node === undefined ? withoutSheet(id) : styleOf(node, (above) => of(above, depth + 1))
    read.set(id, style)
    return style
  }
  return { of: (id) => of(id) }
}

const levelOf = (name: string): number | undefined => {
  const level = /^heading ?([1-9])$/i.exec(name)?.[1]
  return level === undefined ? (/^title$/i.test(name) ? 1 : undefined) : Number(level)
}

/** A file may name styles that it does not hold. */
const withoutSheet = (id: string): WordStyle => {
  const level = levelOf(id)
  return { name: id, isBold: false, ...(level === undefined ? {} : { level }) }
}

function styleOf(node: XmlNode, above: (id: string | undefined) => WordStyle): WordStyle {
  const parent = above(childOf(node, 'basedOn')?.attributes['val'])
  const name = childOf(node, 'name')?.attributes['val'] ?? node.attributes['styleId'] ?? ''
  const paragraph = childOf(node, 'pPr')
  const outline = childOf(paragraph, 'outlineLvl')?.attributes['val']
  const level = levelOf(name) ?? (outline === undefined ? parent.level : Number(outline) < 9 ? Number(outline) + 1 : undefined)
  const bold = childOf(childOf(node, 'rPr'), 'b')
  const numbered = childOf(paragraph, 'numPr') ?? parent.numbered
  const listLevel = childOf(numbered, 'ilvl')?.attributes['val'] ?? parent.listLevel
  return {
    name, isBold: bold === undefined ? parent.isBold : !['0', 'false', 'off'].includes(bold.attributes['val'] ?? '1'),
    ...(level === undefined ? {} : { level }), ...(numbered === undefined ? {} : { numbered }), ...(listLevel === undefined ? {} : { listLevel }),
  }
}
