// Files on their way in: nobody opens what no scanner has answered for, in the hub as a browser sees it.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { eicarFiles } from '../../../test/builders/eicar-files.ts'
import { aJpegWithPlace } from '../../../test/builders/photographs.ts'
import type { FakeClamd } from '../../../test/harness/fake-clamd.ts'
import { startFakeClamd } from '../../../test/harness/fake-clamd.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { scanWaitingFiles } from '../../casebook/papers/scan-waiting.ts'
import { paths } from '../../paths.ts'
import { clamdScanner } from '../../platform/scanner/clamd.ts'
import { eicar } from '../../platform/scanner/stand-in.ts'

describe('uploads', () => {
  let clamd: FakeClamd
  let hub: Hub
  let key: CaseKey
  before(async () => {
    clamd = await startFakeClamd()
    const scanner = clamdScanner(clamd.address)
    // A test need not wait as long as a person would.
    hub = await aHub({ scanner: { ...scanner, scan: (bytes) => scanner.scan(bytes, { withinMs: 300 }) } })
    key = await aCase(hub)
  })
  after(async () => {
    await hub.close()
    await clamd.stop()
  })

  const rows = () => hub.fresh.db.selectFrom('document').selectAll().orderBy('uploadedAt').orderBy('id').execute()
  const hrefOf = async (title: string): Promise<string> => {
    const row = (await rows()).find((one) => one.title === title)
    assert.ok(row !== undefined, `nothing called ${title} was kept`)
    return paths.caseDocument({ ...key, documentId: row.id })
  }
  const add = async (who: string, title: string, name: string, bytes: Uint8Array): Promise<Visitor> => {
    const visitor = await (await hub.as(who)).get(paths.caseEvidence(key))
    return visitor.submitFiles({ file: { name, bytes } }, { title, share: 'everybody' })
  }
  const scanNow = async (): Promise<void> => scanWaitingFiles.run(await hub.occasion('system'), {})

  it('that are clean can be opened at once', async () => {
    const mother = await add('shno', 'From the clinic', 'clinic.txt', Buffer.from('Seen in May.'))
    assert.equal(mother.status, 200)
    assert.equal((await rows()).at(-1)?.scannedBy, 'ClamAV')
    assert.equal((await mother.download(await hrefOf('From the clinic'))).status, 200)
  })

  it('with a virus are refused with the words of the pattern, and nothing is kept', async () => {
    const kept = (await rows()).length
    for (const { name, bytes, wrapped } of eicarFiles.filter((one) => !one.wrapped)) {
      const mother = await add('shno', 'A letter', name, bytes)
      assert.equal(mother.status, 422)
      assert.ok(mother.errors.includes('The selected file contains a virus'), `${name}: ${mother.errors.join()} ${wrapped}`)
      assert.equal(mother.fieldsOf(mother.form()).get('title')?.[0], 'A letter')
    }
    assert.equal((await rows()).length, kept)
  })

  it('that the scanner will not take are refused', async () => {
    clamd.mostBytes = 100
    const mother = await add('shno', 'Long', 'long.txt', Buffer.alloc(5000, 'word '))
    assert.deepEqual(mother.errors, ['The selected file could not be checked for viruses. Make it smaller and choose it again'])
    clamd.mostBytes = 25 * 1024 * 1024
  })

  it('wait while the scanner is away, and nobody opens them, whoever sent them', async () => {
    clamd.manner = 'slow'
    const mother = await add('shno', 'Held letter', 'held.txt', Buffer.from('A letter of the hospital.'))
    assert.match(mother.words, /Held letter Being checked for viruses/)
    const href = await hrefOf('Held letter')
    for (const who of ['shno', 'hattie', 'debra']) {
      const visitor = await (await hub.as(who)).get(href)
      assert.equal(visitor.status, 409, who)
      assert.equal(visitor.heading, 'We are checking this file')
    }
    assert.ok([403, 404].includes((await (await hub.as('kerry')).get(href)).status), 'a stranger learns nothing')
    await assert.rejects(scanNow(), /no answer/, 'the queue tries again')
    assert.equal((await rows()).at(-1)?.scanState, 'waiting')
    clamd.manner = 'cuts-off-its-answer'
    await assert.rejects(scanNow(), /no answer/)
    clamd.manner = 'well'
    await hub.work()
    await scanNow()
    assert.equal((await rows()).at(-1)?.scanState, 'clean')
    assert.equal((await mother.download(href)).status, 200)
  })

  it('found infected later lose their bytes, say so, and tell who sent them and the case officer, without a name', async () => {
    clamd.manner = 'slow'
    await add('shno', 'Bad letter', 'bad.txt', Buffer.from(eicar))
    await add('hoshang', 'The same again', 'bad again.txt', Buffer.from(eicar))
    const { sha256 } = (await rows()).at(-1) ?? { sha256: '' }
    clamd.manner = 'well'
    await scanNow()
    assert.deepEqual((await rows()).slice(-2).map(({ scanState, scanWords }) => [scanState, scanWords]), [['infected', 'Eicar-Test-Signature'], ['infected', 'Eicar-Test-Signature']])
    await assert.rejects(hub.house.files.open(sha256))
    const officer = await (await hub.as('hattie')).get(paths.caseEvidence(key))
    assert.match(officer.words, /Bad letter Virus found, removed/)
    const gone = await officer.get(await hrefOf('Bad letter'))
    assert.deepEqual([gone.status, gone.heading], [410, 'This file contained a virus'])
    const told = await hub.fresh.db.selectFrom('outgoing as o').innerJoin('person as p', 'p.id', 'o.toPersonId').select(['p.fullName', 'o.subject', 'o.body']).where('o.about', '=', 'file-not-taken').execute()
    assert.deepEqual(told.map(({ fullName }) => fullName.split(' ')[0]).toSorted(), ['Hattie', 'Hattie', 'Hoshang', 'Shno'])
    for (const { subject, body } of told) assert.doesNotMatch(`${subject} ${body}`, /Rewan|Tahsin|letter/i)
  })

  it('are pictures drawn anew, and a photo in a format that cannot be is refused in words', async () => {
    const mother = await add('shno', 'A drawing', 'drawing.jpg', await aJpegWithPlace())
    const got = await mother.download(await hrefOf('A drawing'))
    assert.equal(got.type, 'image/jpeg')
    assert.ok(!Buffer.from(got.bytes).includes('CANARY'))
    assert.equal((await rows()).at(-1)?.size, got.bytes.length)
  })
})
