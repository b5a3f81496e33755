import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPlanToIssue } from '../../../test/builders/a-plan-to-issue.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { UnprintableLetters } from '../../platform/documents/to-pdf.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const namesLarkfell = { placement: 'setting', settingId: demoOrganisationId('larkfell') }
const button = 'Issue the final plan'

describe('issuing the final plan', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2027-01-12T10:00:00.000Z' }) })
  after(() => hub.close())

  const preview = async (key: CaseKey, filled: Record<string, string> = {}): Promise<Visitor> => {
    const manager = await (await hub.as('meera')).get(paths.issueFinal(key))
    return manager.submit({ ...namesLarkfell, ...filled })
  }
  const stageOf = async (key: CaseKey) =>
    (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage
  const factsOf = async (key: CaseKey) =>
    (await hub.fresh.db.selectFrom('fact').select('type').where('caseId', '=', key.caseId as never).orderBy('seq').execute()).map(({ type }) => type)

  it('shows the plan, the letters and who gets it, then issues and delivers all in one', async () => {
    const { key } = await aPlanToIssue(hub, { consulted: ['larkfell', 'fernside'] })
    const manager = await preview(key)
    assert.equal(manager.status, 200, manager.errors.join())
    assert.equal(manager.heading, 'Read everything before the plan goes')
    assert.match(manager.text, /No fault in law holds the plan/)
    assert.match(manager.text, /Section I: Placement/)
    assert.match(manager.text, /5pm on 12 March 2027/)
    assert.match(manager.text, /Callum Dreyfus-Webb, speech and language therapist/)
    assert.match(manager.text, /Is named in section I/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'Who has the final plan')
    assert.equal(await stageOf(key), 'maintained')

    const version = await hub.fresh.db.selectFrom('planVersion').selectAll().where('kind', '=', 'final').executeTakeFirstOrThrow()
    assert.match(version.content, /Larkfell Primary School/)
    assert.ok(version.pdfSha256 !== null && version.docxSha256 !== null && version.html !== null)
    assert.match(version.html, new RegExp(version.sha256))
    const letters = await hub.fresh.db.selectFrom('notice').select(['kind', 'toName', 'content']).where('caseId', '=', key.caseId as never).execute()
    assert.deepEqual(letters.map(({ toName }) => toName).toSorted(), ['Hoshang Tahsin', 'Shno Tahsin'])
    for (const { toName, content } of letters) {
      const words = JSON.stringify(content)
      assert.match(words, /12 March 2027/)
      assert.match(words, /Psychological advice: Dr Imogen Petrie/)
      assert.doesNotMatch(words, toName === 'Shno Tahsin' ? /Hoshang/ : /Shno Tahsin \(/)
    }
    const facts = await factsOf(key)
    for (const fact of ['plan-checked', 'final-issued', 'plan-delivered', 'letter-sent', 'consultation-withdrawn', 'party-left']) assert.ok(facts.includes(fact), fact)
    const outgoing = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body']).where('caseId', '=', key.caseId as never).execute()
    assert.ok(outgoing.length > 5)
    for (const { subject, body } of outgoing) assert.doesNotMatch(subject + body, /Rewan|Tahsin|Larkfell|final plan|speech/i)
  })

  it('ends the sight of a setting that is not named at once', async () => {
    const { key } = await aPlanToIssue(hub, { consulted: ['larkfell', 'fernside'] })
    const manager = await preview(key)
    await manager.submit({ considered: 'yes' }, { button })
    const open = await hub.fresh.db.selectFrom('caseParty').select(['organisationId', 'toOn']).where('caseId', '=', key.caseId as never).where('part', '=', 'consulted-setting').execute()
    assert.deepEqual(open.filter(({ toOn }) => toOn === null).map(({ organisationId }) => organisationId), [demoOrganisationId('larkfell')])
    const left = await (await hub.as('odette')).get(paths.finalPlan(key))
    assert.equal(left.status, 404)
    assert.doesNotMatch(left.body, /Rewan/)
  })

  it('is held by a fault in law, which a manager can release with a reason where the rule allows it', async () => {
    const { key } = await aPlanToIssue(hub, { without: 'amount' })
    const manager = await preview(key)
    assert.match(manager.text, /This line has no firm amount/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.equal(manager.status, 422)
    assert.match(manager.errors.join(), /The check holds the plan: This line has no firm amount/)
    assert.equal(await stageOf(key), 'draft-out')
    const link = manager.root.querySelectorAll('a').find((anchor) => anchor.textContent.startsWith('release it'))?.getAttribute('href') ?? ''
    await manager.get(link)
    assert.match(manager.text, /no firm amount/)
    await manager.submit({ reason: 'too short' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.fieldsOf(manager.form()).get('reason'), ['too short'])
    await manager.submit({ reason: 'The therapist is away until March and will give the amount in an amended plan.' })
    assert.equal(manager.heading, 'Issue the final plan')
    await manager.submit()
    assert.match(manager.text, /Released by Meera Chaudry/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.equal(await stageOf(key), 'maintained')
  })

  it('cannot be made final while the family has time, even when one parent has finished', async () => {
    const { key } = await aPlanToIssue(hub, { windowLastDay: '2027-01-12' })
    const manager = await preview(key)
    assert.match(manager.text, /Runs until the end of 12 January 2027/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.equal(manager.status, 422)
    assert.match(manager.errors.join(), /time to answer has not ended/)
    assert.equal(await stageOf(key), 'draft-out')
  })

  it('asks for the legal ground where the family’s school is not named, and keeps what was typed', async () => {
    const { key } = await aPlanToIssue(hub, { consulted: ['larkfell'], askedFor: 'fernside' })
    const manager = await preview(key, { letterReasons: 'No taxi, because he lives next door.' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, ['Select the legal ground for not naming Fernside School', 'Enter the reasons for not naming Fernside School'])
    assert.deepEqual(manager.fieldsOf(manager.form()).get('letterReasons'), ['No taxi, because he lives next door.'])
    await manager.submit({ ground: 'unsuitable', groundReasons: 'It is for older children.' })
    assert.match(manager.text, /You asked for Fernside School/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.equal(await stageOf(key), 'maintained')
    const plan = await (await hub.as('debra')).get(paths.finalPlan(key))
    assert.equal(plan.status, 200)
    assert.doesNotMatch(plan.text, /Fernside|older children/)
  })

  it('says that education is arranged otherwise, with the reason that the law asks for', async () => {
    const { key } = await aPlanToIssue(hub)
    const manager = await preview(key, { placement: 'eotas', settingId: '' })
    assert.deepEqual(manager.errors, ['Enter why any school or college would be inappropriate'])
    await manager.submit({ eotasReasons: 'He cannot enter any building with other children in it.' })
    await manager.submit({ considered: 'yes' }, { button })
    const mother = await (await hub.as('shno')).get(paths.finalPlan(key))
    assert.match(mother.text, /Education is arranged otherwise than in a school or college/)
    assert.match(mother.text, /He cannot enter any building/)
  })

  it('leaves somebody out only with a reason, and then they cannot open it', async () => {
    const { key } = await aPlanToIssue(hub)
    const manager = await preview(key)
    const all = manager.fieldsOf(manager.form('/plan/issue')).get('recipients') ?? []
    const fewer = all.filter((one) => !one.endsWith(String(demoPersonId('soraya'))))
    assert.equal(fewer.length, all.length - 1)
    await manager.submit({ considered: 'yes', recipients: fewer }, { button })
    assert.deepEqual(manager.errors, ['Enter why somebody on the list does not get the plan'])
    assert.deepEqual(manager.fieldsOf(manager.form('/plan/issue')).get('recipients'), fewer)
    await manager.submit({ considered: 'yes', recipients: fewer, leftOutReason: 'Has left the trust.' }, { button })
    assert.match(manager.text, /Dr Soraya Lindqvist, community paediatrician: Has left the trust/)
    assert.equal((await (await hub.as('soraya')).get(paths.finalPlan(key))).status, 404)
    assert.equal((await (await hub.as('imogen')).get(paths.finalPlan(key))).status, 200)
  })

  it('goes out only as it was read', async () => {
    const { key, lineIds } = await aPlanToIssue(hub)
    const manager = await preview(key)
    await hub.fresh.db.insertInto('planLineRevision').values({
      localAreaId: (await hub.fresh.db.selectFrom('localArea').select('id').where('code', '=', 'wendmere').executeTakeFirstOrThrow()).id,
      lineId: lineIds['hope'] as never, n: 2, baseN: 1, section: 'A', position: 1, text: 'Other words.', fields: '{}', authorId: demoPersonId('tom'), at: hub.house.clock.now(),
    }).execute()
    await hub.fresh.db.updateTable('planLine').set({ latest: 2 }).where('id', '=', lineIds['hope'] as never).execute()
    await manager.submit({ considered: 'yes' }, { button })
    assert.match(manager.errors.join(), /The plan has changed since you read it/)
    assert.match(manager.text, /Other words/)
    await manager.submit({}, { button })
    assert.equal(await stageOf(key), 'maintained')
  })

  it('does not go to a reader from whom a word in it is kept', async () => {
    const { key } = await aPlanToIssue(hub)
    await hub.fresh.db.insertInto('termToKeepOut').values({
      localAreaId: (await hub.fresh.db.selectFrom('localArea').select('id').where('code', '=', 'wendmere').executeTakeFirstOrThrow()).id,
      id: hub.house.newId(), caseId: key.caseId as never, term: 'grandmothers', kind: 'words', why: 'the mother asked', keepFrom: [`parent:${demoPersonId('hoshang')}`], notedAt: hub.house.clock.now(),
    }).execute()
    const manager = await preview(key)
    assert.match(manager.text, /“grandmothers” for Hoshang Tahsin/)
    await manager.submit({ considered: 'yes' }, { button })
    assert.match(manager.errors.join(), /cannot go to Hoshang Tahsin/)
    assert.equal(await stageOf(key), 'draft-out')
  })

  it('acts once when the form is sent twice, and says when it is too late', async () => {
    const { key } = await aPlanToIssue(hub)
    const manager = await preview(key)
    const again = await preview(key)
    const once = manager.fieldsOf(manager.form('/plan/issue')).get('_once') ?? []
    const fields = Object.fromEntries(manager.fieldsOf(manager.form('/plan/issue')))
    await manager.submit({ considered: 'yes' }, { button })
    await again.submit({ ...fields, considered: 'yes', _once: once }, { button })
    assert.equal((await factsOf(key)).filter((type) => type === 'final-issued').length, 1)
    const late = await (await hub.as('meera')).get(paths.issueFinal(key))
    assert.match(late.text, /The final plan has been issued, so this cannot be done now/)
  })

  it('issues without a PDF where none can be made, and says so plainly', async () => {
    const { pdf } = hub.house
    try {
      for (const none of [{ available: false as const, why: 'PDF files cannot be made on this machine.' }, { available: true as const, families: [], stop: () => Promise.resolve(), make: () => Promise.reject(new UnprintableLetters(['王'])) }]) {
        Object.assign(hub.house, { pdf: none })
        const { key } = await aPlanToIssue(hub)
        const manager = await preview(key)
        await manager.submit({ considered: 'yes' }, { button })
        assert.equal(await stageOf(key), 'maintained')
        const mother = await (await hub.as('shno')).get(paths.finalPlan(key))
        assert.match(mother.text, none.available ? /could not be made \(The fonts here cannot draw: 王\)/ : /PDF files cannot be made on this machine/)
        assert.ok(!mother.hasLink('PDF') && mother.hasLink('Word'))
        await mother.get(paths.finalPlanPdf(key))
        assert.match(mother.text, /To keep a copy on paper, print this page/)
      }
    } finally {
      Object.assign(hub.house, { pdf })
    }
  })

  it('is for a manager with the power to decide', async () => {
    const { key } = await aPlanToIssue(hub)
    for (const other of ['hattie', 'tom', 'shno', 'debra']) assert.equal((await (await hub.as(other)).get(paths.issueFinal(key))).status, 403, other)
    assert.equal((await (await hub.as('aled')).get(paths.issueFinal(key))).status, 403)
  })
})
