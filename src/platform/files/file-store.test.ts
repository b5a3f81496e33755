import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { FileDamaged, FileMissing, openFileStore } from './file-store.ts'

describe('the file store', () => {
  let folder: string
  before(async () => { folder = await mkdtemp(path.join(os.tmpdir(), 'file-store-')) })
  after(() => rm(folder, { recursive: true }))

  const words = Buffer.from('A report')
  const sha256OfWords = 'b9a6e6b9e1fb3a0ab2cd4e0d5d2d3e49e6a2c9d4fb7cbbd4d6f4f4e15f2ab0c1'
  const listFiles = async (): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  it('gives back what was kept, also to a store opened later', async () => {
    const { sha256, size } = await openFileStore(folder).keep(words)
    assert.equal(size, words.length)
    assert.deepEqual(Buffer.from(await openFileStore(folder).open(sha256)), words)
    assert.deepEqual(await listFiles(), [sha256])
  })

  it('makes its folder, and keeps an empty file too', async () => {
    const store = openFileStore(path.join(folder, 'new', 'one'))
    const { sha256 } = await store.keep(new Uint8Array())
    assert.equal((await store.open(sha256)).length, 0)
    await rm(path.join(folder, 'new'), { recursive: true })
  })

  it('keeps the same content once, also when many keep it at the same moment', async () => {
    const store = openFileStore(folder)
    const content = Buffer.alloc(300_000, 'the same')
    const already = (await listFiles()).length
    const kept = await Promise.all(Array.from({ length: 20 }, () => store.keep(content)))
    assert.equal(new Set(kept.map(({ sha256 }) => sha256)).size, 1)
    assert.equal((await listFiles()).length, already + 1)
    assert.deepEqual(Buffer.from(await store.open(kept[0]?.sha256 ?? '')), content)
  })

  it('throws for what is not kept, and for what no hash is', async () => {
    const store = openFileStore(folder)
    await assert.rejects(store.open(sha256OfWords), FileMissing)
    for (const wrong of ['', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64)]) await assert.rejects(store.open(wrong), FileMissing)
  })

  it('throws for a file that was changed on the disk, and heals it when the content is kept again', async () => {
    const store = openFileStore(folder)
    const { sha256 } = await store.keep(Buffer.from('Another report'))
    await writeFile(placeOf(sha256), 'Another repost')
    await assert.rejects(store.open(sha256), FileDamaged)
    await store.keep(Buffer.from('Another report'))
    assert.equal(Buffer.from(await store.open(sha256)).toString(), 'Another report')
  })

  it('leaves nothing half-written behind when it cannot write', async () => {
    const place = path.join(folder, 'a-file')
    await writeFile(place, '')
    await assert.rejects(openFileStore(place).keep(words))
    assert.ok(!(await listFiles()).some((name) => name.endsWith('.part')))
  })
})
