// A council that is not on this hub: a signed file out, a file read with suspicion in, and its receipt back.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { alikeAnswers, day, now, sent, stageOf } from '../../../test/builders/a-move.ts'
import { aSigningKey, inVersion, packed } from '../../../test/builders/move-packages.ts'
import { aRichCase } from '../../../test/builders/a-rich-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { unlockFile } from '../../platform/seal/locked-file.ts'
import type { MovedCase } from './package/format.ts'
import { readPackage } from './package/read-package.ts'

describe('a council elsewhere', () => {
  let hub: Hub
  let other: Hub
  let key: CaseKey
  let bytes: Uint8Array
  let locked: Uint8Array
  let told: string
  before(async () => {
    hub = await aHub({ now })
    other = await aHub({ now })
    key = await aRichCase(hub)
  })
  after(async () => {
    await hub.close()
    await other.close()
  })

  it('gets a signed file by the council’s own way, and is responsible from the day on which it got it', async () => {
    const page = await sent(hub, 'hattie', key, { to: 'elsewhere', name: 'tarn valley' })
    await hub.work()
    await page.get(paths.caseMove(key))
    assert.match(page.words, /Package made, not handed over yet/)
    assert.equal(await stageOf(hub, key), 'reviewing')
    await page.follow('Hand the package over')
    await page.follow('Make the locked file')
    told = page.root.querySelector('main code')?.textContent ?? ''
    locked = (await page.downloadBy({ button: 'Download the locked file' })).bytes
    const inside = await unlockFile(locked, told)
    assert.ok(inside.ok)
    bytes = inside.value
    assert.ok(readPackage(bytes).ok)
    // It is made with a passphrase of the hub's own or not at all, and never leaves open.
    const own = page.url
    await page.submit({ passphrase: 'password' })
    assert.match(page.words, /Write them down now/)
    assert.notEqual(page.root.querySelector('main code')?.textContent, told, 'shown once')
    assert.equal((await page.download(own)).type, 'text/html; charset=utf-8')
    await page.follow('Back')
    await page.submit({ ...day('on', '2027-01-10') })
    assert.deepEqual(page.errors, ['The day on which they got it must be 11 January 2027 or later'])
    await page.submit({ ...day('on', '2027-01-11') })
    assert.equal(await stageOf(hub, key), 'exported')
  })

  it('is read with suspicion: what is broken or changed is refused in plain words, and nothing is kept', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    const bring = (content: Uint8Array) => page.submitFiles({ package: { name: 'record.zip', bytes: content } })
    await page.submitFiles({})
    assert.deepEqual(page.errors, ['Select a file'])
    await bring(Buffer.from('hello'))
    assert.deepEqual(page.errors, ['The file is not a package, or it is broken. Ask the other council to send it again'])
    const changed = Uint8Array.from(bytes)
    const at = Math.floor(changed.length / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    await bring(changed)
    assert.equal(page.errors.length, 1)
    assert.deepEqual(await other.fresh.db.selectFrom('arrival').select('id').execute(), [])
  })

  it('waits locked until somebody knows its passphrase, and a wrong one loses nothing', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await page.submitFiles({ package: { name: '..\\record <1>.zip.age', bytes: locked } })
    assert.equal(page.heading, 'Open a locked package')
    const at = page.url.split('?')[0] ?? ''
    await page.submit({ passphrase: '' }, { button: 'Open the package' })
    assert.deepEqual(page.errors, ['Enter the passphrase'])
    await page.submit({ passphrase: 'kkkk kkkk kkkk kkkk kkkk' }, { button: 'Open the package' })
    assert.deepEqual(page.errors, ['The passphrase does not open this file. Check each letter with the other council. The file is still here'])
    assert.equal(page.fieldsOf(page.form(undefined, 'Open the package')).get('passphrase')?.[0], 'kkkk kkkk kkkk kkkk kkkk')
    await page.get(paths.arrivals({ area: 'tarn-valley' }))
    assert.match(page.words, /Locked files that wait for their passphrase record -1-\.zip\.age, brought in by/)
    // Brought again, it is the same; put away, it waits no more.
    await page.submitFiles({ package: { name: 'again.zip.age', bytes: locked } })
    assert.equal(page.url.split('?')[0], at)
    await page.submit({}, { button: 'Put it away unopened' })
    assert.doesNotMatch(page.words, /Locked files/)
    await page.get(at)
    assert.match(page.words, /put away unopened/)
    for (const who of ['hattie', 'shno', 'debra', 'gethin']) assert.ok([403, 404].includes((await (await other.as(who)).get(at)).status), who)
    assert.deepEqual(await other.fresh.db.selectFrom('arrival').select('id').execute(), [])
    const rows = async (who: string): Promise<number> => inTransaction(await other.occasion(who), async (tx) => (await tx.db.selectFrom('lockedPackage').select('id').execute()).length)
    assert.equal(await rows('aled'), 1)
    for (const who of ['hattie', 'meera', 'tom', 'shno', 'debra', 'callum', 'agnes', 'winifred', 'gethin']) assert.equal(await rows(who), 0, who)
  })

  it('takes the child in after comparing the fingerprint; people are new there, and nobody is taken for an account', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await page.submitFiles({ package: { name: 'record.zip.age', bytes: locked } })
    await page.submit({ passphrase: told }, { button: 'Open the package' })
    assert.deepEqual(page.errors, [])
    assert.match(page.words, /Signed with ([0-9a-f]{4} ){15}[0-9a-f]{4}/)
    await page.submit({ looked: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual(page.errors, ['Enter with whom you compared the fingerprint, and how'])
    await page.submit({ looked: 'yes', compared: 'Hattie Greaves, by telephone', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual(page.errors, [], page.text)
    assert.deepEqual(other.faults, [])
    const caseId = /\/cases\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? ''
    const ties = await other.fresh.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').innerJoin('caseFile as c', 'c.childId', 'r.childId').select(['n.fullName', 'n.canSignIn', 'n.id']).where('c.id', '=', caseId as never).execute()
    assert.deepEqual(ties.map(({ fullName }) => fullName).toSorted(), ['Hoshang Tahsin', 'Shno Tahsin'])
    assert.ok(ties.every(({ canSignIn }) => !canSignIn))
    assert.ok([403, 404].includes((await (await other.as('shno')).get(paths.caseOverview({ area: 'tarn-valley', caseId }))).status))
    assert.equal(await stageOf(other, { area: 'tarn-valley', caseId }), 'reviewing')
    const term = await other.fresh.db.selectFrom('termToKeepOut').select('keepFrom').where('caseId', '=', caseId as never).executeTakeFirstOrThrow()
    assert.deepEqual(term.keepFrom, [`parent:${ties.find(({ fullName }) => fullName === 'Shno Tahsin')?.id}`], 'kept from the same person by their new id')
    await page.get(paths.arrivals({ area: 'tarn-valley' }))
    await page.submitFiles({ package: { name: 'record.zip', bytes } })
    assert.deepEqual(page.errors, ['This package is here already'])
  })

  it('gives a receipt back, which is checked against the package', async () => {
    await other.work()
    const { receipt } = await other.fresh.db.selectFrom('arrival').select('receipt').executeTakeFirstOrThrow()
    const { id } = await hub.fresh.db.selectFrom('move').select('id').executeTakeFirstOrThrow()
    const page = await (await hub.as('hattie')).get(paths.moveReceipt({ ...key, moveId: id }))
    const bring = (text: string) => page.submitFiles({ receipt: { name: 'receipt.json', bytes: Buffer.from(text) } })
    await bring('{}')
    assert.deepEqual(page.errors, ['The selected file is no receipt'])
    await bring(JSON.stringify(receipt).replace('2027-01-11', '2027-01-12'))
    assert.deepEqual(page.errors, ['The signature of the receipt does not fit. Ask the other council for it again'])
    await bring(JSON.stringify(receipt))
    assert.deepEqual(page.errors, [])
    assert.match(page.words, /Taken in there/)
    assert.deepEqual(hub.faults, [])
  })

  it('may be hostile though its signature fits: another’s key is its own, and its rows change nothing that is here', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    const stranger = strange('1', {})
    await page.submitFiles({ package: { name: 'record.zip', bytes: stranger } })
    assert.deepEqual(page.errors, [])
    assert.match(page.words, /A child who may be the same is on file here/)
    await page.submit({ looked: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual(page.errors, ['Enter with whom you compared the fingerprint, and how'], 'the key of one council says nothing of another’s')
  })

  it('is for whom it names: one for another council of this hub is refused, and one for nobody known here needs a person’s word', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    await page.submitFiles({ package: { name: 'record.zip', bytes: strange('2', { to: { council: 'The Wendmere Council' }, from: { council: 'Northmoor Council', area: 'northmoor', caseReference: 'N-1' } }) } })
    assert.deepEqual(page.errors, ['This package is for The Wendmere Council. Tell the council that gave it to you, and destroy your copy'])
    await page.submitFiles({ package: { name: 'record.zip', bytes: strange('3', { to: { council: 'Northmoor Council' } }) } })
    assert.deepEqual(page.errors, [])
    await page.submit({ looked: 'yes', compared: 'Hattie Greaves, by telephone', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual(page.errors, ['Confirm that the other council meant this package for you'])
    assert.match(page.words, /The package names Northmoor Council, not Tarn Valley Council/)
    await page.submit({ looked: 'yes', compared: 'Hattie Greaves, by telephone', meant: 'yes', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual([page.errors, other.faults], [[], []])
  })

  it('is not read in a form that is older or newer than this hub’s', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    for (const [version, words] of [[1, /written in an older form, which holds less of a record/], [99, /written in a newer form than this hub reads/]] as const) {
      await page.submitFiles({ package: { name: 'record.zip', bytes: inVersion(bytes, version) } })
      assert.match(page.errors.join(), words)
    }
  })

  it('is refused in plain words when its rows are not what can be kept, and nothing of it stays', async () => {
    const page = await (await other.as('aled')).get(paths.arrivals({ area: 'tarn-valley' }))
    const opened = readPackage(bytes)
    assert.ok(opened.ok)
    const { tables } = opened.value.record
    const record = { ...opened.value.record, tables: { ...tables, lineConfirmation: tables.lineConfirmation.map((row) => ({ ...row, how: 'by pigeon' })) } }
    const children = await other.fresh.db.selectFrom('child').select('id').execute()
    await page.submitFiles({ package: { name: 'record.zip', bytes: strange('4', {}, record) } })
    await page.submit({ looked: 'yes', compared: 'Hattie Greaves, by telephone', ...alikeAnswers(page, 'different-children') }, { button: 'Take the child in' })
    assert.deepEqual([page.errors, other.faults], [['The package does not hold together: something in it is not as the format says. Ask the other council to send it again'], []])
    assert.equal((await other.fresh.db.selectFrom('child').select('id').execute()).length, children.length)
  })

  /** A package like the one that came, of a move of its own and signed by a stranger. */
  function strange(no: string, said: Readonly<Record<string, unknown>>, record?: MovedCase): Uint8Array {
    const opened = readPackage(bytes)
    assert.ok(opened.ok)
    const { files: _listed, ...manifest } = opened.value.manifest
    return packed({ ...opened.value, ...(record === undefined ? {} : { record }), manifest: { ...manifest, moveId: `0b000000-0000-4000-8000-00000000000${no}`, ...said } }, aSigningKey())
  }
})
