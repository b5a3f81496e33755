// A sealing key is replaced: what is kept sealed opens with the new key alone, and nothing that was recognised before is forgotten.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import { someAdvice } from '../../../test/builders/a-draft.ts'
import { answer, begin } from '../../../test/builders/a-request.ts'
import { invite, openAccount } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { protectedPassages } from '../../casebook/family/sealed-addresses.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { sealAnew } from '../../casebook/seal-anew.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { openSealer, SealBroken } from '../../platform/seal/seal.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { sealDraftsAnew } from './draft-store.ts'

const former = 'a sealing key that is used in tests only'
const today = 'the key of today, that is used in tests only'

describe('what is kept sealed', () => {
  let hub: Hub
  let key: CaseKey
  // As the owner of the tables, as a command runs.
  const under = <T>(keys: readonly [string, ...string[]], work: (tx: Tx) => Promise<T>): Promise<T> =>
    inTransaction({ house: { ...hub.house, systemDatabase: hub.fresh.db, sealer: openSealer(keys[0], keys.slice(1)) }, viewer: system, page: 'a test' }, work)
  const all = async (tx: Tx): Promise<number> => await sealAnew(tx) + await sealDraftsAnew(tx)
  const passages = (tx: Tx): Promise<string[]> => openCaseFile(tx, key).then((caseFile) => protectedPassages(tx, caseFile, ['They have moved to 21 Saffron House, Wendmere.']))

  before(async () => {
    hub = await aHub({ signIn: ['demo', 'local'] })
    key = await aCase(hub, { at: 'drafting' })
    const { adviceId } = await someAdvice(hub, key, [{ kind: 'need', section: 'B', text: 'She is afraid of dogs.' }], { by: 'delphine', kind: 'social-care', item: 'e' })
    const officer = await (await hub.as('hattie')).get(paths.caseAddress(key))
    await officer.submit({
      confidential: 'yes', lines: '21 Saffron House\nWendmere', postcode: 'ZZ95 8QB', household: 'home', residents: [demoPersonId('shno')], howKnown: 'themselves', lettersBy: 'post',
      letterKind: 'po-box', letterLines: 'PO Box 9', letterPostcode: 'ZZ99 1AB', 'from-day': '14', 'from-month': '9', 'from-year': '2026',
    })
    await officer.get(paths.sealItem({ ...key, thing: 'advice', thingId: adviceId }))
    await officer.submit({
      kind: 'named', readers: [demoPersonId('tom')], ground: 'child-abuse', reason: 'It names who told', decidedBy: 'Meera Chaudry', 'review-day': '1', 'review-month': '12', 'review-year': '2026',
    })
    await officer.get(paths.caseMessages(key))
    await officer.get(paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    await officer.submit({ body: 'We know that you live at 21 Saffron House, Wendmere.' })
    const mother = await hub.as('shno')
    await mother.get(paths.otherInformation({ from: paths.caseOverview(key) }))
    await mother.submit({ words: 'The plan of another child' })
    await openAccount(hub, hub.visitor(), await invite(hub, await aCase(hub, { parents: ['sinead'], givenName: 'Orla', familyName: 'Rowe' }), 'sinead'))
    await answer(await begin(await hub.as('agnes'), 'school'), 'home', { line1: '7 Marigold Refuge', town: 'Wendmere', postcode: 'ZZ95 7QA', secret: 'yes' })
  })
  after(() => hub.close())

  it('stands in every column for it, and does not open with another key', async () => {
    for (const [table, column] of [['sealed_address', 'sealed'], ['item_seal', 'sealed_reason'], ['portal_report', 'sealed_report'], ['sending_stop', 'sealed_words'], ['account', 'app_key_sealed'], ['request_draft', `answers #> '{home,sealed}'`]]) {
      const { rows: [row] } = await sql<{ n: number }>`select count(${sql.raw(column ?? '')})::int as n from ${sql.raw(table ?? '')}`.execute(hub.fresh.db)
      assert.ok((row?.n ?? 0) > 0, table)
    }
    await assert.rejects(under([today], all), SealBroken)
  })

  it('opens with the new key beside the former one, and an address is recognised as ever', async () => {
    assert.deepEqual(await under([today, former], passages), await under([former], passages))
    assert.notDeepEqual(await under([today, former], passages), [])
    assert.deepEqual(await under([today], passages), [])
  })

  it('opens with the new key alone when it was sealed anew, and an address is recognised still', async () => {
    const things = await under([today, former], all)
    assert.ok(things >= 6, String(things))
    assert.equal(await under([today], all), things)
    await assert.rejects(under([former], all), SealBroken)
    assert.notDeepEqual(await under([today], passages), [])
  })
})

describe('every column with a seal in it', () => {
  it('is sealed anew, or is over within a week', async () => {
    const fresh = await aHub()
    const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and (column_name ~ '(^|_)sealed($|_)' or column_name = 'provider_token') and column_name !~ '_(at|by)$' order by 1`.execute(fresh.fresh.db)
    assert.deepEqual(rows.map(({ name }) => name), [
      'account.app_key_sealed', 'account.phone_sealed',
      'account_message.sealed', // until it is sent
      'item_seal.sealed_end_reason', 'item_seal.sealed_reason',
      'kept_typing.sealed', // a week
      'portal_report.sealed_report', 'sealed_address.sealed', 'sending_stop.sealed_words',
      'session.provider_token', // as long as a session
    ])
    await fresh.close()
  })
})
