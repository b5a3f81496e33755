// A small reader of the XML inside Word files. It knows no document types and no entities but the five of XML itself, so that
// nothing in a file can make it grow; what is deeper or larger than any document is refused.

export interface XmlNode {
  /** Without its prefix: `w:p` is "p". */
  readonly name: string
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

export type XmlRefusal = 'broken' | 'too-large'

const deepest = 400
const mostNodes = 1_500_000

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>]+)\s*>|<([^\s<>/!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/y
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: (XmlNode | string)[] }

/** The root of a document; 'broken' when it is not well-formed. */
export function xmlTree(text: string): XmlNode | XmlRefusal {
  const top: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [top]
  const names: string[] = []
  let nodes = 0
  token.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    if (found === null) return 'broken'
    const here = open.at(-1) ?? top
    const [, characters, closed, opened, inside = '', words] = found
    if (words !== undefined) here.children.push(decoded(words))
    else if (characters !== undefined) here.children.push(characters)
    else if (closed !== undefined) {
      if (names.pop() !== closed) return 'broken'
      open.pop()
    } else if (opened !== undefined) {
      nodes += 1
      if (nodes > mostNodes || open.length > deepest) return 'too-large'
      const node: Open = { name: bare(opened), attributes: attributesIn(inside), children: [] }
      here.children.push(node)
      if (inside.endsWith('/')) continue
      open.push(node)
      names.push(opened)
    }
  }
  const roots = top.children.filter((child): child is XmlNode => typeof child !== 'string')
  const [root] = roots
  return names.length > 0 || root === undefined || roots.length > 1 ? 'broken' : root
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of text.matchAll(attribute)) found[bare(name)] = decoded(double ?? single ?? '')
  return found
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string => (text.includes('&')
  ? text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
  : text)

export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string'
export const nodesIn = (node: XmlNode): readonly XmlNode[] => node.children.filter(isNode)
/** The first child of that name. */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => (node === undefined ? undefined : nodesIn(node).find((child) => child.name === name))
/** Every node of that name below, wherever it stands. */
export function allBelow(node: XmlNode, name: string): XmlNode[] {
  return nodesIn(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allBelow(child, name)])
}
