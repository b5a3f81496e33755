import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { assert as holds, property } from 'fast-check'
import { aPackage, anyPackage, aSigningKey, packed } from '../../../../test/builders/move-packages.ts'
import { zipParts } from '../../../platform/documents/zip-guard.ts'
import { zipOfParts } from '../../../platform/files/write-zip.ts'
import type { MovePackage } from './format.ts'
import { packageVersion } from './format.ts'
import { columnsOf, movedTableNames } from './moved-tables.ts'
import { readPackage } from './read-package.ts'
import { signText } from './signature.ts'

const book = aSigningKey()
const bytes = packed(aPackage, book)
const refusalOf = (file: Uint8Array): string => {
  const read = readPackage(file)
  return read.ok ? 'taken' : read.refusal
}
type Parts = (readonly [string, Uint8Array])[]
const partsOf = (file: Uint8Array): Parts => zipParts(file).map(({ name, unpack }) => [name, unpack()] as const)
const rezipped = (change: (parts: Parts) => Parts): Uint8Array => zipOfParts(change(partsOf(bytes)))
const put = (name: string, text: string) => (parts: Parts): Parts => parts.map((part) => (part[0] === name ? [name, Buffer.from(text)] as const : part))

/** The same package with its manifest changed and signed anew: a hostile council, not a changed file. */
function signedAnew(change: (manifest: Record<string, unknown>) => Record<string, unknown>): Uint8Array {
  const text = JSON.stringify(change(JSON.parse(Buffer.from(partsOf(bytes).find(([name]) => name === 'manifest.json')?.[1] ?? []).toString('utf8')) as Record<string, unknown>))
  return rezipped((parts) => put('signature.json', JSON.stringify(signText(book, 'golden-thread move 1', text)))(put('manifest.json', text)(parts)))
}

const contentOf = ({ manifest, record, versions, files, readable }: MovePackage) => {
  const { files: _listed, ...said } = manifest as typeof manifest & { files?: unknown }
  return { manifest: said, record, versions: [...versions], files: [...files].map(([hash, each]) => [hash, Buffer.from(each).toString('hex')]).toSorted(), readable: [...readable].map(([name, each]) => [name, Buffer.from(each).toString('utf8')]) }
}

describe('the page that describes the format', () => {
  it('names every table and column as the format has them', () => {
    const page = readFileSync(new URL('../../../../docs/moves/package-format.md', import.meta.url), 'utf8')
    for (const table of movedTableNames) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${table}\` |`)) ?? ''
      assert.deepEqual([...row.matchAll(/`(\w+)`(\??) /g)].slice(1).map(([, name, mayBeEmpty]) => `${name}${mayBeEmpty}`), columnsOf(table).map(([name, { mayBeEmpty }]) => `${name}${mayBeEmpty ? '?' : ''}`), table)
    }
  })
})

describe('a package of a move', () => {
  it('is read as it was written, whatever is in it', () => {
    holds(property(anyPackage, (one) => {
      const read = readPackage(packed(one, book))
      assert.ok(read.ok, read.ok ? '' : read.refusal)
      assert.deepEqual(contentOf(read.value), contentOf(one))
    }), { numRuns: 60, endOnFailure: true })
  })

  it('is the same bytes each time it is written', () => {
    assert.deepEqual(Buffer.from(packed(aPackage, book)).equals(Buffer.from(bytes)), true)
  })

  it('says who signed it, and a stranger can check it with the public key alone', () => {
    const read = readPackage(bytes)
    assert.ok(read.ok)
    assert.equal(read.value.signature.publicKey, book.publicKey())
  })

  it('is never taken as something else when any one byte of it is changed', () => {
    const whole = readPackage(bytes)
    assert.ok(whole.ok)
    let refusedCount = 0
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x20
      const read = readPackage(changed)
      if (!read.ok) refusedCount += 1
      // Bytes that say nothing (times, versions of zip programs) may change; what is in it may not.
      else assert.deepEqual(contentOf(read.value), contentOf(whole.value), `byte ${at}`)
    }
    assert.ok(refusedCount > bytes.length * 0.8, `${refusedCount} of ${bytes.length} refused`)
  })

  const tampered: readonly (readonly [what: string, refusal: string, file: () => Uint8Array])[] = [
    ['no zip', 'not-a-zip', () => Buffer.from('Dear colleagues')],
    ['cut off', 'not-a-zip', () => bytes.slice(0, bytes.length - 30)],
    ['another zip', 'hostile-name', () => zipOfParts([['word/document.xml', Buffer.from('<w/>')]])],
    ['a path that leads elsewhere', 'hostile-name', () => rezipped((parts) => [...parts, ['../../etc/passwd', Buffer.from('root')]])],
    ['an absolute path', 'hostile-name', () => rezipped((parts) => [...parts, ['/files/a', Buffer.from('x')]])],
    ['a Windows path', 'hostile-name', () => rezipped((parts) => [...parts, ['files\\..\\a', Buffer.from('x')]])],
    ['two files of one name', 'hostile-name', () => rezipped((parts) => [...parts, ...parts.filter(([name]) => name === 'case.json')])],
    ['a bomb', 'too-large', () => rezipped((parts) => [...parts, [`files/${'a'.repeat(64)}`, new Uint8Array(81 * 1024 * 1024)]])],
    ['no manifest', 'not-a-package', () => rezipped((parts) => parts.filter(([name]) => name !== 'manifest.json'))],
    ['a newer version', 'newer-version', () => signedAnew((manifest) => ({ ...manifest, version: packageVersion + 1 }))],
    ['an older version', 'older-version', () => signedAnew((manifest) => ({ ...manifest, version: packageVersion - 1 }))],
    ['a version that is no number', 'newer-version', () => signedAnew((manifest) => ({ ...manifest, version: 'two' }))],
    ['no signature', 'not-signed', () => rezipped((parts) => parts.filter(([name]) => name !== 'signature.json'))],
    ['another key', 'not-signed', () => rezipped((parts) => put('signature.json', JSON.stringify({ ...JSON.parse(Buffer.from(parts.find(([name]) => name === 'signature.json')?.[1] ?? []).toString('utf8')) as object, publicKey: aSigningKey().publicKey() }))(parts))],
    ['a receipt’s signature', 'not-signed', () => rezipped((parts) => put('signature.json', JSON.stringify(signText(book, 'golden-thread move receipt 1', Buffer.from(parts[0]?.[1] ?? []).toString('utf8'))))(parts))],
    ['a changed manifest', 'not-signed', () => rezipped((parts) => put('manifest.json', Buffer.from(parts[0]?.[1] ?? []).toString('utf8').replace('2026-11-20', '2026-11-21'))(parts))],
    ['a changed record', 'altered', () => rezipped((parts) => put('case.json', '{}')(parts))],
    ['a changed document', 'altered', () => rezipped((parts) => parts.map((part) => (part[0].startsWith('files/') ? [part[0], Buffer.from('other words')] as const : part)))],
    ['a changed twin for reading', 'altered', () => rezipped((parts) => put('readable/record.html', '<p>Another</p>')(parts))],
    ['a file too many', 'altered', () => rezipped((parts) => [...parts, ['readable/more.html', Buffer.from('more')]])],
    ['a file too few', 'altered', () => rezipped((parts) => parts.filter(([name]) => name !== 'README.txt'))],
    ['words that the format does not know', 'not-of-the-format', () => signedAnew((manifest) => ({ ...manifest, andAlso: 'this' }))],
  ]
  for (const [what, refusal, file] of tampered) it(`is refused: ${what}`, () => { assert.equal(refusalOf(file()), refusal) })

  const broken: readonly (readonly [what: string, change: (one: MovePackage) => MovePackage])[] = [
    ['two children', (one) => withTables(one, { child: [...one.record.tables.child, { ...one.record.tables.child[0], id: '00000000-0000-4000-8000-000000000001' }] })],
    ['a row that names nobody in it', (one) => withTables(one, { document: one.record.tables.document.map((row) => ({ ...row, uploadedBy: '00000000-0000-4000-8000-000000000002' })) })],
    ['a document whose content is not there', (one) => withTables(one, { document: one.record.tables.document.map((row) => ({ ...row, sha256: 'b'.repeat(64) })) })],
    ['a version whose text is not what its hash says', (one) => ({ ...one, versions: new Map([...one.versions].map(([hash, text]) => [hash, text.replace('Rewan', 'Rowan')])) })],
    ['a printed plan with a script in a place for a heading', (one) => withTables(one, { planVersion: one.record.tables.planVersion.map((row) => ({ ...row, document: { title: 'x', language: 'en-GB', blocks: [{ kind: 'html', text: '<script>' }] } })) })],
    ['ids that belong to two rows', (one) => withTables(one, { termToKeepOut: [{ id: one.record.tables.child[0]?.['id'], term: 'x', kind: 'name', why: 'x', keepFrom: [], notedBy: null, notedAt: '2026-01-01T00:00:00Z' }] })],
  ]
  for (const [what, change] of broken) {
    it(`is refused though it is signed: ${what}`, () => {
      let file: Uint8Array
      // What our own writer would not write at all, nobody reads either.
      try { file = packed(change(aPackage), book) } catch { return }
      assert.equal(refusalOf(file), 'not-of-the-format')
    })
  }
})

const withTables = (one: MovePackage, tables: Partial<MovePackage['record']['tables']>): MovePackage => ({ ...one, record: { ...one.record, tables: { ...one.record.tables, ...tables } } })
