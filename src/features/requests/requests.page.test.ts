import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answer, area, begin, draftOf, orla, referenceOn, send, theChild } from '../../../test/builders/a-request.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { readLedger } from '../../casebook/ledger.ts'
import { listOpenDrafts } from '../../casebook/open-drafts.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { CaseId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

describe('asking for an assessment', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const caseCalled = async (reference: string) => hub.fresh.db.selectFrom('caseFile').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow()
  const factsOf = async (caseId: CaseId) => inTransaction({ house: hub.house, viewer: system, page: 'test' }, (tx) => readLedger(tx, demoAreaId(area), caseId))
  const keyOf = async (reference: string) => ({ area, caseId: (await caseCalled(reference)).id })

  it('begins at the hub’s start and the council’s, with other ways to ask and free help', async () => {
    const visitor = await hub.visitor().get(paths.start())
    await visitor.follow('Wendmere Council')
    assert.equal(visitor.heading, 'Ask for an EHC needs assessment')
    for (const words of [/01632 960100/, /You do not need a diagnosis/, /interpreter/, /Wendmere SENDIASS/, /Wendmere Local Offer/, /15 minutes/]) assert.match(visitor.text, words)
    assert.equal((await hub.visitor().get('/nowhere')).status, 404)
    assert.equal((await hub.visitor().get('/nowhere/request')).status, 404)
  })

  it('lets a parent without an account ask with four answers, and says when they will hear', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    assert.match(parent.text, /these 4 things/)
    await theChild(parent)
    await answer(parent, 'your-name', { fullName: 'Sinead Rowe', relation: 'mother', responsibility: 'yes', livesWith: 'yes' })
    await answer(parent, 'contact', { phone: '01632 960182', email: 's.rowe@example.org', safeContact: 'email' })
    await send(parent)
    assert.equal(parent.heading, 'Request sent')
    assert.match(parent.text, /26 October 2026/)
    assert.match(parent.text, /1 February 2027/)
    const made = await caseCalled(referenceOn(parent))
    assert.equal(made.receivedOn, '2026-09-14')
    assert.equal(made.stage, 'considering')
    const facts = await factsOf(made.id)
    assert.deepEqual(facts.map(({ type }) => type), ['request-received', 'party-joined'])
    assert.equal(facts[0]?.happenedOn, '2026-09-14')
    const mother = await hub.fresh.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').selectAll().where('r.childId', '=', made.childId).executeTakeFirstOrThrow()
    assert.equal(mother.fullName, 'Sinead Rowe')
    assert.equal(mother.safeContact, 'email')
    assert.equal(mother.canSignIn, false)
    assert.equal(mother.hasParentalResponsibility, true)
    // Nothing typed stays behind in the draft.
    const draft = await hub.fresh.db.selectFrom('requestDraft').select(['answers', 'caseId']).where('caseId', '=', made.id).executeTakeFirstOrThrow()
    assert.deepEqual(draft.answers, {})
  })

  it('never writes to somebody who is not safe to contact, and tells the officer', async () => {
    const parent = await begin(await hub.as('sinead'), 'parent')
    await theChild(parent, { ...orla, givenName: 'Guarded', 'bornOn-day': '3' })
    await answer(parent, 'your-name', { fullName: 'Sinead Rowe', responsibility: 'yes' })
    await answer(parent, 'home', { line1: '1 Hidden Lane', postcode: 'ZZ97 1AB', secret: 'yes' })
    await answer(parent, 'others', { others: 'yes' })
    await parent.submit({ 'fullName-1': 'Tunde Adeyinka', 'responsibility-1': 'yes', 'safe-1': 'no', 'safetyNote-1': 'Court order' })
    await send(parent)
    const key = await keyOf(referenceOn(parent))
    const parties = await hub.fresh.db.selectFrom('caseParty').select(['personId', 'part']).where('caseId', '=', key.caseId).execute()
    assert.deepEqual(parties.map(({ personId }) => personId), [demoPersonId('sinead')], 'the account that asked is linked; the other parent has no part')
    const officer = await (await hub.as('hattie')).get(paths.caseRequest(key))
    assert.match(officer.text, /Tunde Adeyinka: said not to be safe to contact/)
    assert.match(officer.text, /address is protected/)
    await officer.get(paths.tellOfRequest(key))
    assert.doesNotMatch(officer.text, /Tunde/)
    await parent.get(paths.caseRequest(key))
    assert.doesNotMatch(parent.text, /Hidden Lane|ZZ97 1AB/, 'an address that must stay secret stands on no page, not even one’s own')
  })

  it('asks a school for strengths, support and views before it can send, and knows who they are', async () => {
    const senco = await begin(await hub.as('debra'), 'school')
    await senco.get(paths.requestQuestion({ ...draftOf(senco), question: 'your-name' }))
    assert.equal(senco.fieldsOf(senco.form()).get('organisation')?.[0], 'Larkfell Primary School')
    await theChild(senco, { givenName: 'Rewan', familyName: 'Tahsin', 'bornOn-day': '23', 'bornOn-month': '2', 'bornOn-year': '2018' })
    await answer(senco, 'numbers', { upn: 'M001900121015', nhsNumber: '9990412180' })
    assert.equal(senco.errors.length, 2)
    await senco.submit({ upn: 'm001900121014', nhsNumber: '999 041 2189' })
    await senco.get(paths.requestCheck(draftOf(senco)))
    await senco.submit({ declared: 'yes' })
    assert.deepEqual(senco.errors, [
      'Enter at least one parent or carer with a phone number, an email address or where they live', 'Tell the family that you are asking, or phone the SEND team', 'Enter the family’s views',
      'Enter their strengths and interests', 'Enter what their needs are', 'Enter at least one thing that was tried, with its effect', 'Enter their attendance', 'Enter the outcomes hoped for',
      'Enter the child’s views and how you found them out',
    ])
    await answer(senco, 'parents', { 'fullName-1': 'Shno Tahsin', 'relation-1': 'mother', 'responsibility-1': 'yes', 'livesWith-1': 'yes', 'phone-1': '01632 960141', 'safe-1': 'yes' })
    await answer(senco, 'language', { language: 'Central Kurdish (Sorani)', interpreter: 'yes' })
    await answer(senco, 'family-views', { knows: 'yes', 'family-views': 'We want him to be understood.' })
    await answer(senco, 'strengths', { strengths: 'Builds bridges from anything.' })
    await answer(senco, 'needs', { needs: 'Finds words hard in both languages.' })
    await answer(senco, 'support', { 'tried-1': 'Colourful semantics, 3 times a week', 'when-1': 'Spring 2026', 'effect-1': 'Two-part sentences' })
    await answer(senco, 'attendance', { percent: '94%' })
    await answer(senco, 'outcomes', { outcomes: 'Tells a short story.' })
    await answer(senco, 'child-views', { 'child-views': 'I like making.', how: 'Talking mats' })
    assert.deepEqual(await inTransaction(await hub.occasion('debra'), async (tx) => (await listOpenDrafts(tx)).map(({ childName }) => childName)), ['Rewan Tahsin'])
    assert.deepEqual(await inTransaction(await hub.occasion('idwal'), listOpenDrafts), [])
    await send(senco)
    assert.equal(senco.heading, 'Request sent')
    const key = await keyOf(referenceOn(senco))
    const child = await hub.fresh.db.selectFrom('child').selectAll().where('id', '=', (await caseCalled(referenceOn(senco))).childId).executeTakeFirstOrThrow()
    assert.equal(child.upn, 'M001900121014')
    assert.equal(child.nhsNumber, '9990412189')
    assert.deepEqual((await factsOf(key.caseId)).flatMap((fact) => (fact.type === 'party-joined' ? [`${fact.part}: ${fact.name}`] : [])), ['parent: Shno Tahsin', 'school: Larkfell Primary School'])
    const officer = await (await hub.as('hattie')).get(paths.caseRequest(key))
    for (const words of [/Builds bridges/, /Two-part sentences/, /Talking mats/, /section 36\(1\)/, /Debra Llewellyn-Hart, Larkfell/]) assert.match(officer.text, words)
    // Sight of the case is not sight of the family’s words: the request is for the council and the family.
    assert.equal((await senco.get(paths.caseRequest(key))).status, 403)
  })

  it('says plainly when the law calls it bringing to attention, and starts the same clocks', async () => {
    const visitor = await begin(await hub.as('soraya'), 'health')
    await visitor.get(paths.requestStart({ area }))
    const doctor = await begin(visitor, 'other')
    await theChild(doctor, { ...orla, givenName: 'Noticed', 'bornOn-day': '5' })
    await answer(doctor, 'your-name', { fullName: 'Ann Neighbour' })
    await answer(doctor, 'contact', { phone: '01632 960182' })
    await doctor.get(paths.requestCheck(draftOf(doctor)))
    assert.match(doctor.text, /attention .*section 24.*same time/)
    await doctor.submit({ declared: 'yes' })
    const made = await caseCalled(referenceOn(doctor))
    const facts = await factsOf(made.id)
    assert.equal(facts[0]?.type, 'brought-to-attention')
    assert.equal(made.stage, 'considering')
  })

  it('lets a young person ask for themselves, and a child under that age too', async () => {
    for (const [born, type, part] of [['2009', 'request-received', ['young-person']], ['2013', 'brought-to-attention', []]] as const) {
      const young = await begin(hub.visitor(), 'young-person')
      await theChild(young, { givenName: `Beth${born}`, familyName: 'Skerrow', 'bornOn-day': '30', 'bornOn-month': '1', 'bornOn-year': born })
      await answer(young, 'contact', { email: 'beth@example.org' })
      await send(young)
      assert.equal(young.heading, 'Request sent')
      const facts = await factsOf((await caseCalled(referenceOn(young))).id)
      assert.equal(facts[0]?.type, type)
      assert.deepEqual(facts.flatMap((fact) => (fact.type === 'party-joined' ? [fact.part] : [])), part)
    }
  })

  it('lets staff write down a request from the day it was received, whatever it lacks', async () => {
    const officer = await hub.as('hattie')
    await officer.get(paths.requestStart({ area }))
    await officer.submit({ who: 'parent' })
    assert.deepEqual(officer.errors, ['Select how the request reached the council', 'Enter the day on which it was received'])
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': '15', 'received-month': '9', 'received-year': '2026' })
    assert.deepEqual(officer.errors, ['The day on which it was received must be 14 September 2026 or earlier'])
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': '6', 'received-month': '9', 'received-year': '2026' })
    assert.match(officer.text, /by letter by a parent or carer, received on 6 September 2026/)
    await theChild(officer, { ...orla, givenName: 'Written', 'bornOn-day': '6' })
    await answer(officer, 'your-name', { fullName: 'Kit Written', responsibility: 'yes' })
    await send(officer)
    const made = await caseCalled(referenceOn(officer))
    assert.equal(made.receivedOn, '2026-09-06')
    const [first] = await factsOf(made.id)
    assert.ok(first?.type === 'request-received' && first.channel === 'letter' && first.happenedOn === '2026-09-06')
    assert.equal(first.recordedBy, demoPersonId('hattie'))
    await officer.get(paths.caseRequest({ area, caseId: made.id }))
    assert.match(officer.text, /Written down by ?Hattie Greaves/)
    // An officer of another area asks as anybody else would.
    assert.equal((await (await hub.as('aled')).get(paths.requestStart({ area }))).heading, 'Who is asking?')
  })
})
