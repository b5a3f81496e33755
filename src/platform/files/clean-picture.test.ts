import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Transformer } from '@napi-rs/image'
import { aFilmWithPlace, aGifWithPlace, aJpegWithPlace, aPictureBomb, aPngWithPlace, aWebpWithPlace, canary } from '../../../test/builders/photographs.ts'
import { checkFile } from './file-type.ts'
import { cleanFilm } from './clean-film.ts'
import { cleanPicture, pictureRefusalWords } from './clean-picture.ts'
import { pictureSize } from './picture-size.ts'

const holds = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words)

async function cleaned(bytes: Uint8Array, contentType: string): Promise<Uint8Array> {
  const clean = await cleanPicture(bytes, contentType)
  assert.ok(clean.ok, `${contentType} was refused`)
  return clean.value
}

describe('pictures', () => {
  it('lose where they were taken, and everything else that is no picture', async () => {
    for (const [contentType, bytes] of [
      ['image/jpeg', await aJpegWithPlace()], ['image/png', await aPngWithPlace()], ['image/webp', await aWebpWithPlace()], ['image/gif', aGifWithPlace()],
    ] as const) {
      assert.ok(holds(bytes, canary), `${contentType}: the test picture has no secret`)
      const clean = await cleaned(bytes, contentType)
      assert.ok(!holds(clean, 'CANARY'), `${contentType} still says where it was taken`)
      for (const mark of ['Exif', 'GPS', 'xmpmeta', 'Photoshop', 'eXIf', 'tEXt', 'XMP']) assert.ok(!holds(clean, mark), `${contentType} still holds ${mark}`)
      assert.deepEqual(pictureSize(clean, contentType), pictureSize(bytes, contentType))
      const taken = checkFile({ fileName: '', bytes: clean, isTooBig: false })
      assert.equal(taken.ok && taken.value.contentType, contentType, 'it is still a picture of its kind')
    }
    const { exif } = await new Transformer(await cleaned(await aJpegWithPlace(), 'image/jpeg')).metadata(true)
    assert.deepEqual(exif ?? {}, {})
  })

  it('are kept the right way up', async () => {
    const turned = await cleaned(await aJpegWithPlace(6), 'image/jpeg')
    assert.deepEqual(pictureSize(turned, 'image/jpeg'), { width: 20, height: 40 })
    const dots = await new Transformer(turned).rawPixels()
    const channels = dots.length / (20 * 40)
    const red = (row: number): number => dots[(row * 20 + 10) * channels] ?? 0
    assert.ok(red(2) > 150 && red(37) < 100, 'what was left is on top')
  })

  it('that would fill the memory are refused before anything unpacks them', async () => {
    const bomb = aPictureBomb()
    assert.ok(bomb.length < 500)
    assert.deepEqual(await cleanPicture(bomb, 'image/png'), { ok: false, refusal: 'too-many-dots' })
    const gif = Buffer.from(aGifWithPlace())
    gif.writeUInt16LE(65_535, 6)
    gif.writeUInt16LE(65_535, 8)
    assert.deepEqual(await cleanPicture(gif, 'image/gif'), { ok: false, refusal: 'too-many-dots' })
  })

  it('larger than print needs are made smaller', async () => {
    const wide = await Transformer.fromRgbaPixels(new Uint8Array(9000 * 10 * 4).fill(128), 9000, 10).png()
    assert.deepEqual(pictureSize(await cleaned(wide, 'image/png'), 'image/png'), { width: 6000, height: 7 })
  })

  it('that are broken, of another kind, or cannot be drawn here are refused in words', async () => {
    const jpeg = await aJpegWithPlace()
    assert.deepEqual(await cleanPicture(jpeg.subarray(0, 60), 'image/jpeg'), { ok: false, refusal: 'broken' })
    assert.deepEqual(await cleanPicture(aGifWithPlace().subarray(0, 40), 'image/gif'), { ok: false, refusal: 'broken' })
    assert.deepEqual(await cleanPicture(jpeg, 'image/heic'), { ok: false, refusal: 'kind-not-drawn' })
    assert.deepEqual(await cleanPicture(jpeg, 'image/jpeg', () => Promise.reject(new Error('no binding'))), { ok: false, refusal: 'no-drawing-here' })
    for (const refusal of ['too-many-dots', 'kind-not-drawn', 'no-drawing-here'] as const) assert.match(pictureRefusalWords(refusal), /^(The selected|Pictures) /)
  })
})

describe('films', () => {
  it('lose where they were made, and nothing moves in them', () => {
    const film = aFilmWithPlace()
    const clean = cleanFilm(film)
    assert.ok(holds(film, canary) && !holds(clean, 'CANARY'))
    assert.equal(clean.length, film.length)
    assert.equal(Buffer.from(clean).indexOf('the film itself'), Buffer.from(film).indexOf('the film itself'))
    assert.deepEqual(checkFile({ fileName: 'a.mp4', bytes: clean, isTooBig: false }), checkFile({ fileName: 'a.mp4', bytes: film, isTooBig: false }))
  })

  it('with boxes that lie about their size stay as they are', () => {
    const film = Buffer.from(aFilmWithPlace())
    film.writeUInt32BE(0xffffffff, 20)
    assert.equal(cleanFilm(film).length, film.length)
  })
})
