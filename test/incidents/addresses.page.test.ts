// Where somebody lives, told to whom it must not be told.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { listFamilyAddressees, sendLetter } from '../../src/casebook/sending/letters.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { insertHome } from '../../src/casebook/family/family-rows.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import type { Hub, Visitor } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const localAreaId = demoAreaId('wendmere')

describe('an address', () => {
  let hub: Hub
  let key: CaseKey
  let officer: Visitor
  let childId: string
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
    ;({ childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow())
    officer = await hub.as('hattie')
  })
  after(() => hub.close())

  const home = (lines: string[], postcode: string, more: object = {}) => hub.fresh.db.insertInto('childAddress').values({
    localAreaId, id: hub.house.newId<string>(), childId: childId as never, lines, postcode, fromOn: '2026-01-01' as never, ...more,
  }).execute()

  /** A letter to Kerry Skerrow that waits to be posted. */
  async function waitingLetter(): Promise<string> {
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('kerry')).execute()
    await inTransaction(await hub.occasion('hattie'), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const to = (await listFamilyAddressees(tx, caseFile)).find(({ personId }) => personId === demoPersonId('kerry'))
      if (to !== undefined) await sendLetter(tx, caseFile, { letter: { kind: 'will-assess', title: 'A letter', paragraphs: [{ text: 'We will assess.' }] }, to, alert: { subject: 'A letter', words: 'A letter waits.' } })
    })
    return (await hub.fresh.db.selectFrom('outgoing').select('id').where('channel', '=', 'letter').where('state', '=', 'queued').orderBy('queuedAt', 'desc').executeTakeFirstOrThrow()).id
  }

  it('7: a new address sent to the house of a former partner: a letter goes to the address on record on the day when it is posted', async () => {
    await home(['1 Old Road'], 'ZZ97 1AB')
    const outgoingId = await waitingLetter()
    await hub.fresh.db.updateTable('childAddress').set({ toOn: '2026-09-13' as never }).where('childId', '=', childId as never).execute()
    await home(['2 New Road'], 'ZZ97 1AD', { fromOn: '2026-09-14' })
    await officer.get(paths.outgoing({ ...key, outgoingId }))
    assert.match(officer.words, /Do not post it to the address above\. On record today is: 2 New Road, ZZ97 1AD/)
    await officer.submit({ compared: 'yes', step: 'posted' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /They have another address now/)
    await officer.submit({}, { button: 'Use the address on record now' })
    assert.match(officer.words, /2 New Road ZZ97 1AD A letter/)
    await officer.submit({ compared: 'yes' }, { button: 'I have posted it' })
    assert.match(officer.text, /Marked as posted/)
  })

  it('9: an address changed by one side: a letter to a house that is no longer theirs is not marked as posted, alone or among many', async () => {
    const first = await waitingLetter()
    const second = await waitingLetter()
    await hub.fresh.db.updateTable('childAddress').set({ toOn: '2026-09-13' as never }).where('childId', '=', childId as never).execute()
    await officer.get(paths.outgoing({ ...key, outgoingId: first }))
    assert.match(officer.words, /Do not post it\. No address of Kerry Skerrow that may be used is on record/)
    assert.equal(officer.root.querySelector('main form'), null)
    await officer.get(paths.outbox({ state: 'queued', channel: 'letter' }))
    await officer.submit({ posted: [first, second] }, { button: 'Mark as posted' })
    assert.deepEqual(officer.errors, ['Say that you compared each address with the one on record'])
    await officer.submit({ posted: [first, second], compared: 'yes' }, { button: 'Mark as posted' })
    assert.equal(officer.errors.filter((error) => error.includes('No address that may be used')).length, 2)
  })

  it('8: a safe address given away: it cannot leave in a message, a letter or a plan, whoever writes it there', async () => {
    await inTransaction(await hub.occasion('hattie'), (tx) => insertHome(tx, { localAreaId, childId: childId as never }, { lines: ['8 Quarry View'], postcode: 'ZZ97 2AA', isConfidential: true, fromOn: '2026-01-01' as never }))
    for (const body of ['Are you still at 8 Quarry View?', 'We wrote to zz97 2aa']) {
      await officer.get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
      await officer.submit({ body }, { button: 'Send' })
      assert.equal(officer.status, 422, body)
      assert.equal(officer.heading, 'This was not sent')
      assert.match(officer.words, /protected address/, body)
    }
    const letter = inTransaction(await hub.occasion('hattie'), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const [to] = await listFamilyAddressees(tx, caseFile)
      if (to !== undefined) await sendLetter(tx, caseFile, { letter: { kind: 'delay', title: 'A letter', paragraphs: [{ text: 'We called at 8 Quarry View.', isTyped: true }] }, to, alert: { subject: 'A letter', words: 'A letter waits.' } })
    })
    await assert.rejects(letter, /stopped before sending/)
    await aDraft(hub, key, [{ kind: 'view', section: 'A', text: 'I live at 8 Quarry View now.', fields: { whose: 'child', howGathered: 'talking' } }])
    await officer.get(paths.shareDraft(key))
    assert.match(officer.words, /The draft cannot go yet/)
    const posted = await (await hub.as('daniel')).get(paths.caseOverview(key))
    assert.doesNotMatch(posted.body, /Quarry/)
  })
})
