import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { sealWhatIsOpen } from '../../casebook/family/sealed-addresses.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { askForAddress } from './protected-address/page.tsx'

const date = { 'from-day': '1', 'from-month': '9', 'from-year': '2026' }

describe('a protected address', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-05-02', parents: ['kerry', 'daniel'] })
    await hub.fresh.db.updateTable('relationship').set({ livesWithChild: false }).where('personId', '=', demoPersonId('daniel')).execute()
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('kerry')).execute()
    const officer = await (await hub.as('hattie')).get(paths.caseAddress(key))
    await officer.submit({ confidential: 'no', lines: '41 Tallow Street', postcode: 'ZZ97 6HL', household: 'home', howKnown: 'document', ...date })
    await officer.get(paths.caseAddress(key))
    await officer.submit({
      confidential: 'yes', lines: '9 Safe House', postcode: 'ZZ97 1XX', household: 'mother’s home', residents: [demoPersonId('kerry')], howKnown: 'themselves',
      lettersBy: 'post', letterKind: 'refuge-post', letterLines: 'PO Box 12', letterPostcode: 'ZZ99 1AA', ...date,
    })
    assert.deepEqual(officer.errors, [])
  })
  after(() => hub.close())

  const postal = async () => inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) =>
    Object.fromEntries((await listFamilyAddressees(tx, await openCaseFile(tx, key))).map(({ name, postal: lines }) => [name, lines?.join(', ')])))

  it('sends letters to the safe address alone, and none to the home that was left', async () => {
    assert.deepEqual(await postal(), { 'Kerry Skerrow': 'PO Box 12, ZZ99 1AA', 'Daniel Marchbanks': undefined })
  })

  it('asks nobody at the old home whether it is right, and holds letters for a day', async () => {
    const rows = await hub.fresh.db.selectFrom('outgoing').select('id').where('about', '=', 'address-confirm').execute()
    assert.equal(rows.length, 0, 'she has post alone, and post would go to the home that she left')
    const held = await hub.fresh.db.selectFrom('addressDispute').select(['personId', 'why', 'holdsUntil', 'closedAt']).where('personId', '=', demoPersonId('kerry')).execute()
    assert.deepEqual(held.map(({ holdsUntil, ...row }) => ({ ...row, holdsUntil: holdsUntil?.slice(0, 16) })), [{ personId: demoPersonId('kerry'), why: 'changed', closedAt: null, holdsUntil: '2026-09-15T09:00' }])
  })

  it('is shown once, for a reason that is kept, on a page that leaves by itself', async () => {
    const officer = await (await hub.as('hattie')).get(paths.protectedAddress(key))
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Select why you need to see it'])
    await officer.submit({ reason: 'other' })
    assert.deepEqual(officer.errors, ['Enter why you need to see it'])
    await officer.submit({ reason: 'visit', words: 'Transport to the assessment' })
    assert.match(officer.words, /9 Safe House ZZ97 1XX/)
    assert.equal(officer.root.querySelector('meta[name=hub-leaves-after]')?.getAttribute('content'), `60 ${paths.protectedAddress(key)}`)
    const { url } = officer
    await officer.get(url)
    assert.doesNotMatch(officer.body, /Safe House|ZZ97 1XX/)
    assert.match(officer.words, /shown already/)
    await officer.get(paths.protectedAddress(key))
    assert.match(officer.words, /Hattie Greaves To arrange a visit or transport\. Transport to the assessment Yes/)
    assert.equal((await (await hub.as('meera')).get(url)).status, 404, 'nobody opens what another asked for')
    await officer.submit({ reason: 'emergency' }, {})
    assert.match(officer.words, /9 Safe House/)
    const facts = await hub.fresh.db.selectFrom('fact').select(['data']).where('caseId', '=', key.caseId as never).where('type', '=', 'sealed-address-asked').execute()
    assert.equal(facts.length, 2)
    assert.doesNotMatch(JSON.stringify(facts), /Safe|ZZ97/)
  })

  it('is not shown a minute later', async () => {
    const { addressId } = await hub.fresh.db.selectFrom('sealedAddress').select('addressId').executeTakeFirstOrThrow()
    const asked = await askForAddress(await hub.occasion('meera'), key, { addressId, reason: 'court', words: '' })
    assert.ok(asked.ok)
    const officer = await hub.as('meera')
    hub.setNow('2026-09-14T09:01:01.000Z')
    await officer.get(paths.shownAddress({ ...key, readingId: asked.value }))
    assert.doesNotMatch(officer.body, /Safe House/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('is for case officers, deciders and social care on the case; for nobody else, whatever they are', async () => {
    for (const person of ['tom', 'debra', 'kerry', 'daniel', 'winifred', 'gethin', 'aled', 'imogen']) {
      const visitor: Visitor = await hub.as(person)
      assert.ok([403, 404].includes((await visitor.get(paths.protectedAddress(key))).status), person)
    }
  })

  it('stops a message that holds it, and lets a change of the home be asked about by a postcode', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit({ body: 'They live at 9 safe  house now' })
    assert.equal(officer.heading, 'This was not sent')
    assert.match(officer.words, /9 safe house.*protected address/i)
    await officer.get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit({ body: 'He rang: write to 4 New Row, zz96 2ab', how: 'phone' })
    assert.match(officer.words, /a postcode in this thread that is not on record: ZZ96 2AB\. Is this a new address\? Record it/)
    assert.doesNotMatch((await (await hub.as('daniel')).get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))).words, /Is this a new address/)
  })

  it('cannot be put into the table that pages read; what stood there from before is sealed by the command', async () => {
    const { childId, localAreaId } = await hub.fresh.db.selectFrom('childAddress').select(['childId', 'localAreaId']).limit(1).executeTakeFirstOrThrow()
    const row = { localAreaId, id: hub.house.newId<string>(), childId, lines: ['5 Old Refuge'], postcode: 'ZZ95 1AA', isConfidential: true, fromOn: hub.house.clock.today(), household: 'old' }
    await assert.rejects(hub.fresh.db.insertInto('childAddress').values(row).execute(), /confidential_address_is_sealed/)
    // As a database looks that was filled before the check was there.
    await sql`alter table child_address drop constraint confidential_address_is_sealed`.execute(hub.fresh.db)
    await hub.fresh.db.insertInto('childAddress').values(row).execute()
    assert.equal(await sealWhatIsOpen({ house: hub.house, viewer: system, page: 'test' }), 1)
    assert.equal(await sealWhatIsOpen({ house: hub.house, viewer: system, page: 'test' }), 0)
    const kept = await hub.fresh.db.selectFrom('childAddress').select(['lines', 'postcode']).where('id', '=', row.id).executeTakeFirstOrThrow()
    assert.deepEqual(kept, { lines: [], postcode: null })
    const officer = await (await hub.as('hattie')).get(paths.protectedAddress(key))
    await officer.submit({ address: row.id, reason: 'check' })
    assert.match(officer.words, /5 Old Refuge/)
  })

  it('in doubt holds every letter until somebody settles it', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    const card = officer.root.querySelectorAll('.govuk-summary-card').find((one) => one.textContent.includes('Daniel Marchbanks'))
    const doubt = card?.querySelectorAll('a').find((link) => link.getAttribute('href')?.endsWith('/address-in-doubt') === true)?.getAttribute('href') ?? ''
    await officer.get(doubt)
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Select why the address is in doubt'])
    await officer.submit({ why: 'returned' })
    assert.match(officer.words, /Held until somebody settles the address/)
    assert.match((await officer.get(paths.caseOverview(key))).body, /Daniel Marchbanks: address in doubt, letters are held/)
    await officer.get(doubt)
    await officer.submit({ outcome: 'right' })
    assert.doesNotMatch(officer.words, /Held until somebody/)
  })
})
