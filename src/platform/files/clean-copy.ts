// The council keeps a file as it was received: it is evidence. Everybody else gets a copy without what its writer did not mean to
// send: who saved it and when, comments, words that were struck out in tracked changes, where its photographs were taken. What one
// reads on its pages stays as it is.

import { cleanPicture } from './clean-picture.ts'
import { zipVerdict, zipParts } from '../documents/zip-guard.ts'
import { zipOfParts } from './write-zip.ts'

const officeTypes = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
])

/** The file for somebody outside the council who did not send it. Kinds that are not known here are given as they are. */
export async function cleanCopy(bytes: Uint8Array, contentType: string): Promise<Uint8Array> {
  if (officeTypes.has(contentType)) return cleanOffice(bytes)
  return contentType === 'application/pdf' ? cleanPdf(bytes) : bytes
}

const isProperties = (name: string): boolean => /^docProps\/(core|app|custom)\.xml$/.test(name)
const isRemark = (name: string): boolean =>
  /^(word\/(comments\w*|people)\.xml|xl\/(comments\d*\.xml|threadedComments\/|persons\/)|ppt\/(comments\/|commentAuthors\.xml|authors\.xml)|docProps\/thumbnail\.)/.test(name)
const isXml = (name: string): boolean => /\.(xml|rels)$/.test(name)

const emptyProperties: Readonly<Record<string, string>> = {
  core: '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  app: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  custom: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}

async function cleanOffice(bytes: Uint8Array): Promise<Uint8Array> {
  if (zipVerdict(bytes) !== 'fine') return bytes
  const parts = zipParts(bytes)
  const gone = parts.filter(({ name }) => isRemark(name)).map(({ name }) => name)
  const kept: [string, Uint8Array][] = []
  for (const { name, unpack } of parts) {
    if (gone.includes(name)) continue
    const properties = isProperties(name) ? emptyProperties[name.replace(/^docProps\/|\.xml$/g, '')] : undefined
    if (properties !== undefined) kept.push([name, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${properties}`)])
    else if (isXml(name)) kept.push([name, Buffer.from(cleanXml(Buffer.from(unpack()).toString('utf8'), gone))])
    else kept.push([name, await cleanMedia(name, unpack())])
  }
  return zipOfParts(kept)
}

/** Changes taken as made, marks of remarks and of who typed what out, and nothing left that points to a part that is gone. */
function cleanXml(xml: string, gone: readonly string[]): string {
  const names = gone.map((name) => name.split('/').at(-1) ?? name)
  const pointsToGone = (tag: string): boolean => names.some((name) => tag.includes(`/${name}"`) || tag.includes(`"${name}"`))
  return xml
    .replaceAll(/<(?:Relationship|Override)\s[^>]*\/>/g, (tag) => (pointsToGone(tag) ? '' : tag))
    .replaceAll(/<w:(?:ins|del|moveFrom|moveTo)(?:\s[^>]*)?\/>/g, '')
    .replaceAll(/<w:(del|moveFrom)(?:\s[^>]*)?>[\s\S]*?<\/w:\1>/g, '')
    .replaceAll(/<\/?w:(?:ins|moveTo)(?:\s[^>]*)?>/g, '')
    .replaceAll(/<w:(\w+Change)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/w:\1>)/g, '')
    .replaceAll(/<w:(?:commentRangeStart|commentRangeEnd|commentReference|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd)(?:\s[^>]*)?\/>/g, '')
    .replaceAll(/<w:rsids>[\s\S]*?<\/w:rsids>/g, '')
    .replaceAll(/\sw:(?:rsid\w*|author|initials)="[^"]*"/g, '')
}

async function cleanMedia(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const contentType = /\.jpe?g$/i.test(name) ? 'image/jpeg' : /\.png$/i.test(name) ? 'image/png' : undefined
  if (contentType === undefined) return bytes
  const clean = await cleanPicture(bytes, contentType)
  return clean.ok ? clean.value : bytes
}

/** Emptied where they stand, because a PDF points into itself by place: its information dictionary and its XMP packets. */
function cleanPdf(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const text = copy.toString('latin1')
  for (const [, number, generation] of text.matchAll(/\/Info\s+(\d+)\s+(\d+)\s+R/g)) {
    for (const object of text.matchAll(new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\b[\\s\\S]*?endobj`, 'g'))) emptyStrings(copy, object.index, object[0])
  }
  for (const packet of text.matchAll(/<\?xpacket begin=[\s\S]*?<\?xpacket end=[\s\S]{0,10}\?>/g)) copy.fill(0x20, packet.index, packet.index + packet[0].length)
  return new Uint8Array(copy.buffer, copy.byteOffset, copy.length)
}

/** What stands in brackets, and hexadecimal strings; names and numbers of a dictionary stay. */
function emptyStrings(copy: Buffer, from: number, object: string): void {
  let depth = 0
  for (let at = 0; at < object.length; at += 1) {
    const letter = object[at]
    if (depth > 0 && letter === '\\') { copy.fill(0x20, from + at, from + at + 2); at += 1; continue }
    if (letter === ')') depth -= 1
    if (depth > 0) copy.writeUInt8(0x20, from + at)
    if (letter === '(') depth += 1
  }
  for (const hex of object.matchAll(/(?<!<)<([0-9A-Fa-f\s]+)>(?!>)/g)) copy.fill(0x30, from + hex.index + 1, from + hex.index + 1 + (hex[1] ?? '').length)
}

