// Photographs that say where they were taken, as phones write them: EXIF with GPS in a JPEG, text and EXIF chunks in a PNG, EXIF and
// XMP in a WebP, a comment and a program's notes in a GIF. Invented places; every secret holds the word CANARY.

import { crc32 } from 'node:zlib'
import { Transformer } from '@napi-rs/image'

export const canary = 'CANARY-53.1234N-1.5678W'

/** Red on the left, blue on the right, 40 by 20 dots. */
const picture = (): Transformer => {
  const dots = new Uint8Array(40 * 20 * 4)
  for (let at = 0; at < dots.length; at += 4) dots.set((at / 4) % 40 < 20 ? [220, 20, 20, 255] : [20, 20, 220, 255], at)
  return Transformer.fromRgbaPixels(dots, 40, 20)
}

/** TIFF structure with orientation, the camera's maker and a GPS place. */
function exif(orientation: number): Buffer {
  const maker = Buffer.from(`${canary}\0`, 'latin1')
  const entries = 3
  const directoryEnd = 8 + 2 + entries * 12 + 4
  const gpsAt = directoryEnd + maker.length + (maker.length % 2)
  const out = Buffer.alloc(gpsAt + 2 + 2 * 12 + 4 + 24)
  out.write('MM', 0, 'latin1')
  out.writeUInt16BE(42, 2)
  out.writeUInt32BE(8, 4)
  out.writeUInt16BE(entries, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    out.writeUInt16BE(tag, at)
    out.writeUInt16BE(type, at + 2)
    out.writeUInt32BE(count, at + 4)
    if (type === 3) out.writeUInt16BE(value, at + 8)
    else out.writeUInt32BE(value, at + 8)
  }
  entry(10, 0x010f, 2, maker.length, directoryEnd)
  entry(22, 0x0112, 3, 1, orientation)
  entry(34, 0x8825, 4, 1, gpsAt)
  maker.copy(out, directoryEnd)
  out.writeUInt16BE(2, gpsAt)
  entry(gpsAt + 2, 0x0001, 2, 2, 0x4e000000)
  entry(gpsAt + 14, 0x0002, 5, 3, gpsAt + 2 + 24 + 4)
  for (const [index, value] of [53, 1, 7, 1, 24, 1].entries()) out.writeUInt32BE(value, gpsAt + 30 + index * 4)
  return out
}

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

export async function aJpegWithPlace(orientation = 1): Promise<Uint8Array> {
  const drawn = await picture().jpeg(90)
  return Buffer.concat([
    drawn.subarray(0, 2), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">${canary}</x:xmpmeta>`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${canary}`, 'latin1')), segment(0xfe, Buffer.from(canary, 'latin1')),
    drawn.subarray(2), Buffer.from(`behind the end ${canary}`, 'latin1'),
  ])
}

const chunk = (name: string, content: Buffer): Buffer => {
  const out = Buffer.alloc(12 + content.length)
  out.writeUInt32BE(content.length, 0)
  out.write(name, 4, 'latin1')
  content.copy(out, 8)
  out.writeUInt32BE(crc32Of(out.subarray(4, 8 + content.length)), 8 + content.length)
  return out
}

/** Node 20.19 has it; older ones are not supported. */
const crc32Of = (bytes: Buffer): number => crc32(bytes)

export async function aPngWithPlace(): Promise<Uint8Array> {
  const drawn = await picture().png()
  const afterHeader = 8 + 25
  return Buffer.concat([
    drawn.subarray(0, afterHeader), chunk('tEXt', Buffer.from(`Comment\0${canary}`, 'latin1')), chunk('eXIf', exif(1)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${canary}`, 'latin1')), drawn.subarray(afterHeader),
  ])
}

export async function aWebpWithPlace(): Promise<Uint8Array> {
  const drawn = await picture().webp(90)
  const piece = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.write(name, 0, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const extended = Buffer.alloc(10)
  extended.writeUInt8(0x08 | 0x04, 0) // EXIF and XMP follow
  extended.writeUIntLE(39, 4, 3)
  extended.writeUIntLE(19, 7, 3)
  const body = Buffer.concat([Buffer.from('WEBP'), piece('VP8X', extended), drawn.subarray(12), piece('EXIF', exif(1)), piece('XMP ', Buffer.from(canary))])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

export function aGifWithPlace(): Uint8Array {
  const plain = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, canary.length]), Buffer.from(canary), Buffer.from([0])])
  const loop = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])])
  const program = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), Buffer.from([canary.length]), Buffer.from(canary), Buffer.from([0])])
  return Buffer.concat([plain.subarray(0, 19), comment, loop, program, plain.subarray(19, -1), comment, Buffer.from([0x3b]), Buffer.from(canary)])
}

/** A PNG of a few hundred bytes that says it has a thousand million dots. */
export function aPictureBomb(): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(32_000, 0)
  header.writeUInt32BE(32_000, 4)
  header.writeUInt8(8, 8)
  header.writeUInt8(2, 9)
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', Buffer.alloc(300)), chunk('IEND', Buffer.alloc(0))])
}

/** Boxes of a film with its place in the user data, as QuickTime and Android write it. */
export function aFilmWithPlace(): Uint8Array {
  const box = (name: string, ...content: readonly Uint8Array[]): Buffer => {
    const body = Buffer.concat(content)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + body.length, 0)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const place = Buffer.from(canary)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42')), box('moov', box('mvhd', Buffer.alloc(100, 1)), box('trak', box('tkhd', Buffer.alloc(84, 2)), box('udta', box('name', place))), box('udta', box('\u00a9xyz', place)), box('meta', place)),
    box('uuid', place), box('mdat', Buffer.from('the film itself')),
  ])
}
