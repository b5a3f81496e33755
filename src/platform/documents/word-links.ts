// Whether a Word file reaches outside itself as soon as somebody opens it: a template or a picture fetched from the web, a linked
// object, a field that starts a program. A link that a reader may follow is none of these, nor is the council's own template on its
// own drive, which Word notes in every file that was made from it.

import type { XmlNode } from './xml-tree.ts'
import { allBelow, xmlTree } from './xml-tree.ts'
import type { ZipPart } from './zip-guard.ts'

export function linksOutward(parts: readonly ZipPart[], trees: readonly XmlNode[]): boolean {
  return parts.filter(({ name }) => name.endsWith('.rels')).some(relationsReachOut) || trees.some(fieldsReachOut)
}

function relationsReachOut(part: ZipPart): boolean {
  const root = xmlTree(new TextDecoder().decode(part.unpack()))
  if (typeof root === 'string') return true
  return allBelow(root, 'Relationship').some(({ attributes }) => {
    if (attributes['TargetMode'] !== 'External') return false
    const kind = (attributes['Type'] ?? '').split('/').at(-1) ?? ''
    if (kind === 'hyperlink') return false
    const isOfTheWeb = /^(?:https?|ftp|ldap|smb|webdav|mhtml|ms-[a-z]+):/i.test((attributes['Target'] ?? '').trim())
    return isOfTheWeb || kind === 'oleObject' || kind === 'frame' || kind === 'subDocument'
  })
}

/** The instruction of a field may be written in pieces. */
function fieldsReachOut(tree: XmlNode): boolean {
  const pieces = allBelow(tree, 'instrText').map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
  const whole = [pieces.join(''), ...allBelow(tree, 'fldSimple').map(({ attributes }) => attributes['instr'] ?? '')].join('\n')
  return /\bDDE(?:AUTO)?\b/.test(whole) || /\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE)\b\s*"?\s*(?:https?|ftp|\\\\)/i.test(whole)
}
