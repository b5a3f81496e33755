import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { listFamilyAddressees, sendLetter as sendCopy } from '../../casebook/sending/letters.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { enqueue } from '../../casebook/queue.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

/** A letter to every family member of the case, as a decision would send it; answers with its id. */
async function sendLetter(hub: Hub, key: CaseKey, title: string): Promise<string> {
  return inTransaction(await hub.occasion('hattie'), async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const letter = { kind: 'will-assess', title, paragraphs: [{ heading: 'What we decided', text: 'We will assess Rewan.' }, { text: 'You can phone us.' }] }
    const ids: string[] = []
    for (const to of await listFamilyAddressees(tx, caseFile)) {
      ids.push(await sendCopy(tx, caseFile, { letter, to, alert: { subject: 'A letter from Wendmere Council', words: 'We have sent you a letter.' } }))
    }
    return ids[0] ?? ''
  })
}

describe('the outbox, letters and documents', () => {
  let hub: Hub
  let key: CaseKey
  let noticeId: string
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('hoshang')).execute()
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('childAddress').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), childId, lines: ['2 Open Lane', 'Wendmere'], postcode: 'ZZ98 2AB', fromOn: '2020-01-01' as never }).execute()
    noticeId = await sendLetter(hub, key, 'We will assess your child’s needs')
  })
  after(() => hub.close())

  it('sends an e-mail once, however often the job runs, with no child’s name in it', async () => {
    const { id } = await hub.fresh.db.selectFrom('outgoing').select('id').where('channel', '=', 'email').executeTakeFirstOrThrow()
    await hub.work()
    await inTransaction(await hub.occasion('hattie'), (tx) => enqueue(tx, 'send-outgoing', { localAreaId: demoAreaId('wendmere'), outgoingId: id }))
    await hub.work()
    assert.equal(hub.carrier.carried.length, 1)
    assert.equal(hub.carrier.carried[0]?.to, 'shno@example.org')
    assert.doesNotMatch(`${hub.carrier.carried[0]?.subject} ${hub.carrier.carried[0]?.body}`, /Rewan|Tahsin|assess/)
  })

  it('keeps a letter waiting until somebody says that it is posted, once', async () => {
    const officer = await (await hub.as('hattie')).get(paths.outbox())
    assert.match(officer.words, /1 letter to print and post/)
    assert.match(officer.words, /Hoshang Tahsin Letter .* Hattie Greaves To print and post/)
    await officer.follow('We will assess your child’s needs to Hoshang Tahsin')
    assert.match(officer.words, /2 Open Lane Wendmere ZZ98 2AB/)
    const address = officer.url
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    await officer.submit({ _once: once, compared: 'yes' })
    assert.match(officer.body, /Marked as posted/)
    assert.doesNotMatch(officer.words, /to print and post/)
    const other = await (await hub.as('leona')).get(address)
    assert.match(other.words, /Posted/)
    assert.equal(other.root.querySelector('main form'), null)
    const facts = await hub.fresh.db.selectFrom('fact').select('seq').where('type', '=', 'letter-posted').execute()
    assert.equal(facts.length, 1)
  })

  it('shows what cannot be sent, in red after ten tries, and sends it again when asked', async () => {
    hub.carrier.isBroken = true
    await sendLetter(hub, key, 'A second letter')
    await hub.work()
    const officer = await (await hub.as('hattie')).get(paths.outbox({ state: 'queued' }))
    assert.match(officer.words, /Being tried again The carrier is broken, tried 1 time/)
    const { id } = await hub.fresh.db.selectFrom('outgoing').select('id').where('state', '=', 'queued').where('channel', '=', 'email').executeTakeFirstOrThrow()
    await hub.fresh.db.updateTable('outgoing').set({ attempts: 9 }).where('id', '=', id).execute()
    await inTransaction(await hub.occasion('hattie'), (tx) => enqueue(tx, 'send-outgoing', { localAreaId: demoAreaId('wendmere'), outgoingId: id }))
    await hub.work()
    await officer.get(paths.outbox())
    assert.match(officer.words, /1 item could not be sent/)
    assert.match(officer.words, /Failed The carrier is broken, tried 10 times/)
    hub.carrier.isBroken = false
    await officer.get(paths.outgoing({ ...key, outgoingId: id }))
    await officer.submit({}, { button: 'Send it again' })
    await hub.work()
    assert.equal(hub.carrier.carried.filter((message) => message.id === id).length, 1)
    await officer.get(paths.outbox({ state: 'failed' }))
    assert.match(officer.words, /Nothing is here/)
  })

  it('lets family read their own letters as sent, and staff all', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseLetters(key))
    await mother.follow('We will assess your child’s needs')
    assert.match(mother.words, /What we decided We will assess Rewan. You can phone us/)
    // The first copy is the father's: by name he comes first.
    await mother.get(paths.caseLetter({ ...key, noticeId }))
    assert.equal(mother.status, 404)
    const officer = await (await hub.as('hattie')).get(paths.caseLetters(key))
    assert.match(officer.words, /We will assess your child’s needs 14 September 2026 Hoshang Tahsin/)
  })

  it('gives a document only to those it is kept for, as a download', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>')
    const { sha256, size } = await hub.house.files.keep(bytes)
    const documentId = hub.house.newId<never>()
    await hub.fresh.db.insertInto('document').values({
      scanState: 'clean',
      localAreaId: demoAreaId('wendmere'), id: documentId, caseId: key.caseId as never, title: 'Report', fileName: 'report é.html', contentType: 'text/html', kind: 'evidence',
      size, sha256, audience: ['school'], uploadedBy: demoPersonId('shno'), uploadedAt: hub.house.clock.now(),
    }).execute()
    const path = paths.caseDocument({ ...key, documentId })
    for (const [person, status] of [['hattie', 200], ['debra', 200], ['shno', 200], ['hoshang', 404], ['idwal', 404], ['aled', 404]] as const) {
      const visitor = await (await hub.as(person)).get(path)
      assert.equal(visitor.status, status, person)
    }
    assert.match((await hub.visitor().get(path)).heading, /sign in/)
    const officer = await hub.as('hattie')
    await officer.get(path)
    assert.equal(officer.body, '<script>alert(1)</script>')
    assert.match(String(officer.headers['content-disposition']), /^attachment; filename\*=UTF-8''report%20%C3%A9\.html$/)
    assert.equal(officer.headers['x-content-type-options'], 'nosniff')
  })

  it('is not for family, schools or other councils', async () => {
    for (const person of ['shno', 'debra', 'imogen']) assert.equal((await (await hub.as(person)).get(paths.outbox())).status, 404)
    const other = await (await hub.as('aled')).get(paths.outbox())
    assert.match(other.words, /Nothing is here/)
    const { id } = await hub.fresh.db.selectFrom('outgoing').select('id').limit(1).executeTakeFirstOrThrow()
    for (const person of ['aled', 'shno']) assert.notEqual((await (await hub.as(person)).get(paths.outgoing({ ...key, outgoingId: id }))).status, 200)
  })
})
