import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft, rewrite } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { read } from '../../casebook/tx.ts'
import { latestOf } from '../../domain/case-file/facts.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const separated = { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' } as const

async function send(hub: Hub, key: CaseKey): Promise<Visitor> {
  const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
  return officer.submit({}, { button: 'Send the draft to the family' })
}

describe('sending the draft to the family', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  it('serves each parent with an own copy and counts fifteen days from the day of service', async () => {
    const key = await aCase(hub, separated)
    await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    // Served on 14 September: that day is the first of fifteen (reg 13(1)(a)).
    assert.match(officer.words, /28 September 2026/)
    assert.match(officer.words, /earliest day for the final plan is Tuesday 29 September 2026/)
    await officer.submit()
    assert.match(officer.text, /The draft plan has been sent to the family/)
    const letters = await hub.fresh.db.selectFrom('notice').select(['toName', 'kind']).where('kind', '=', 'draft-plan').orderBy('toName').execute()
    assert.deepEqual(letters.map(({ toName }) => toName), ['Daniel Marchbanks', 'Kerry Skerrow'])
    const caseFile = await read(await hub.occasion('system'), (tx) => openCaseFile(tx, key))
    assert.equal(caseFile.stage, 'draft-out')
    assert.equal(latestOf(caseFile.facts, 'draft-served')?.windowLastDay, '2026-09-28')
  })

  it('lets the latest window bind when one parent is written to by post', async () => {
    const key = await aCase(hub, separated)
    await aDraft(hub, key)
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('daniel')).execute()
    await hub.fresh.db.insertInto('childAddress').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), lines: ['1 Mill Lane', 'Wendmere'], postcode: 'ZZ98 2BB', fromOn: '2024-01-01' as never,
      childId: (await read(await hub.occasion('system'), (tx) => openCaseFile(tx, key))).child.id,
    }).execute()
    const officer = await send(hub, key)
    assert.equal(officer.status, 200)
    const caseFile = await read(await hub.occasion('system'), (tx) => openCaseFile(tx, key))
    // Posted on Monday 14 September, served on Wednesday 16th, whose fifteenth day is the 30th.
    const fact = latestOf(caseFile.facts, 'draft-served')
    assert.deepEqual([fact?.happenedOn, fact?.windowLastDay, fact?.channel], ['2026-09-16', '2026-09-30', 'letter'])
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'any' }).where('personId', '=', demoPersonId('daniel')).execute()
  })

  it('does not go past somebody who cannot be reached without being told to', async () => {
    const key = await aCase(hub, separated)
    await aDraft(hub, key)
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'none' }).where('personId', '=', demoPersonId('daniel')).execute()
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    assert.match(officer.text, /It cannot go to Daniel Marchbanks/)
    await officer.submit()
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Confirm that you will serve the draft on those who cannot be reached from here'])
    await officer.submit({ unreached: 'known' })
    assert.match(officer.text, /has been sent to the family/)
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'any' }).where('personId', '=', demoPersonId('daniel')).execute()
  })

  it('is held by an empty draft, a setting in section I, words to keep out and an open clash, each with its place', async () => {
    const empty = await aCase(hub, separated)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(empty))
    assert.match(officer.text, /The plan is empty: nothing is written in it yet/)
    assert.match(officer.text, /The draft as it stands now: 0 lines\. Section I/)
    assert.equal(officer.root.querySelector('main form'), null)

    const key = await aCase(hub, separated)
    const [, need] = await aDraft(hub, key)
    const [placement] = await aDraft(hub, key, [{ kind: 'placement', section: 'I', text: 'Fernside School', fields: { settingName: 'Fernside School' } }])
    assert.ok(need !== undefined && placement !== undefined)
    const localAreaId = demoAreaId('wendmere')
    await hub.fresh.db.insertInto('termToKeepOut').values({ localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as never, term: 'horses', kind: 'name', why: 'it names another child', notedAt: hub.house.clock.now() }).execute()
    await hub.fresh.db.insertInto('keptText').values({ localAreaId, id: hub.house.newId<string>(), lineId: need, baseN: 1, clashNo: 1, section: 'B', how: 'saved', text: 'x', fields: '{}', authorId: demoPersonId('tom'), keptAt: hub.house.clock.now() }).execute()
    await officer.get(paths.shareDraft(key))
    assert.match(officer.text, /A draft may not name a setting/)
    assert.match(officer.text, /“horses” must not be in the plan/)
    assert.match(officer.text, /Two people wrote on B1 at the same time/)
    assert.equal(officer.link('Open line I1'), paths.planLine({ ...key, lineId: placement }))
  })

  it('refuses a draft that changed after it was read, and sends nothing', async () => {
    const key = await aCase(hub, separated)
    const [, need] = await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    if (need !== undefined) await rewrite(hub, key, need, 'She needs to hear things twice.')
    await officer.submit()
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /was changed after you opened this page/)
    await officer.submit()
    assert.match(officer.text, /has been sent to the family/)
  })

  it('says plainly that sending again starts a new window', async () => {
    const key = await aCase(hub, separated)
    await aDraft(hub, key)
    await send(hub, key)
    await aDraft(hub, key, [{ kind: 'need', section: 'C', text: 'She wears glasses.' }])
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    assert.match(officer.text, /starts a new window of at least 15 days/)
    await officer.submit()
    await officer.get(paths.sharedDraft(key))
    assert.match(officer.text, /Version 2/)
    assert.match(officer.text, /She wears glasses/)
  })

  it('sends once when the form is sent twice', async () => {
    const key = await aCase(hub, separated)
    await aDraft(hub, key)
    const one = await (await hub.as('hattie')).get(paths.shareDraft(key))
    const form = Object.fromEntries(one.fieldsOf(one.form()))
    await one.submit(form)
    await one.get(paths.shareDraft(key))
    await one.submit(form)
    const caseFile = await read(await hub.occasion('system'), (tx) => openCaseFile(tx, key))
    assert.equal(caseFile.facts.filter(({ type }) => type === 'draft-served').length, 1)
  })

  it('is for officers, at its stage', async () => {
    const early = await aCase(hub, { ...separated, at: 'assessing' })
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(early))
    assert.match(officer.text, /This cannot be done now/)
    const drafting = await aCase(hub, separated)
    for (const stranger of ['kerry', 'tom', 'idwal', 'aled', 'odette']) {
      const visitor = await (await hub.as(stranger)).get(paths.shareDraft(drafting))
      assert.ok([403, 404].includes(visitor.status), `${stranger} got ${visitor.status}`)
    }
  })
})

describe('the draft with the family', () => {
  let hub: Hub
  let key: CaseKey
  let lines: Awaited<ReturnType<typeof aDraft>>
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, separated)
    lines = await aDraft(hub, key)
    await send(hub, key)
  })
  after(() => hub.close())
  const line = (index: number): string => lines[index] ?? ''

  it('is read by a parent with what it is, until when, and what can be done', async () => {
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(key))
    assert.equal(mother.heading, 'The draft plan for Beth Skerrow')
    assert.match(mother.text, /It is not final/)
    assert.match(mother.text, /by the end of Monday 28 September 2026/)
    assert.match(mother.text, /She finds it hard to follow spoken instructions/)
    for (const link of ['Ask for a school, nursery or college', 'Ask to meet us', 'Tell us when you have finished']) assert.ok(mother.hasLink(link), link)
    assert.match(mother.text, /Nobody else of the family sees it/)
  })

  it('keeps each parent’s comments, and their answers, from the other', async () => {
    const mother = await (await hub.as('kerry')).get(paths.proposeOnLine({ ...key, lineId: line(1) }))
    await mother.submit({ kind: 'comment', comment: 'Her father never reads to her.' })
    assert.match(mother.text, /Your comment has been sent/)
    assert.match(mother.text, /Her father never reads to her/)
    const father = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.match(father.text, /She finds it hard/)
    assert.doesNotMatch(father.body, /never reads to her/)
    await father.get(paths.proposeOnLine({ ...key, lineId: line(1) }))
    assert.doesNotMatch(father.body, /never reads to her/)
    const school = await (await hub.as('idwal')).get(paths.sharedDraft(key))
    assert.equal(school.status, 200)
    assert.doesNotMatch(school.body, /never reads to her/)
    await father.get(paths.caseTimeline(key))
    assert.doesNotMatch(father.text, /You commented/)
  })

  it('keeps a wrong form as typed, and asks for a real change', async () => {
    const mother = await (await hub.as('kerry')).get(paths.proposeOnLine({ ...key, lineId: line(2) }))
    await mother.submit({ because: 'It matters' })
    assert.equal(mother.status, 422)
    assert.deepEqual(mother.errors, ['Select what you want to do'])
    assert.deepEqual(mother.fieldsOf(mother.form()).get('because'), ['It matters'])
    await mother.submit({ kind: 'change' })
    assert.deepEqual(mother.errors, ['Change the words, or select “Write a comment”'])
    assert.deepEqual(mother.fieldsOf(mother.form()).get('words'), ['She follows two-part instructions in class.'])
  })

  it('takes a comment once when the form is sent twice', async () => {
    const mother = await (await hub.as('kerry')).get(paths.proposeOnLine({ ...key, lineId: line(0) }))
    const form = { kind: 'comment', comment: 'Only once', _once: mother.fieldsOf(mother.form()).get('_once') ?? [] }
    await mother.submit(form)
    await mother.get(paths.proposeOnLine({ ...key, lineId: line(0) }))
    await mother.submit(form)
    await mother.get(paths.proposeOnLine({ ...key, lineId: line(0) }))
    assert.equal(mother.text.match(/Only once/g)?.length, 1)
  })

  it('has what a parent said by phone written down as the parent’s own', async () => {
    const officer = await (await hub.as('hattie')).get(paths.proposeOnLine({ ...key, lineId: line(3) }))
    await officer.submit({ kind: 'comment', comment: 'The assistant should be the same person.' })
    assert.deepEqual(officer.errors, ['Select who said it', 'Select how they said it'])
    await officer.submit({ whose: demoPersonId('daniel'), how: 'interpreter' })
    assert.equal(officer.status, 200)
    const father = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.match(father.text, /You wrote through an interpreter/)
    assert.match(father.text, /The assistant should be the same person/)
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(key))
    assert.doesNotMatch(mother.body, /should be the same person/)
  })

  it('is commented on by professionals too, and section I leads to asking for a setting', async () => {
    const school = await (await hub.as('idwal')).get(paths.proposeNewLine({ ...key, section: 'F' }))
    await school.submit({ kind: 'add', words: 'A quiet room at lunch.', because: 'The hall is loud' })
    assert.match(school.text, /A quiet room at lunch/)
    const mother = await (await hub.as('kerry')).get(paths.proposeNewLine({ ...key, section: 'I' }))
    assert.equal(mother.heading, 'Ask for a school, nursery or college')
  })

  it('says that one has finished, once, and only for oneself', async () => {
    const mother = await (await hub.as('kerry')).get(paths.finishCommenting(key))
    await mother.submit()
    assert.match(mother.text, /We have told the council that you have finished/)
    await mother.get(paths.finishCommenting(key))
    assert.match(mother.text, /You told us on 14 September 2026/)
    const father = await (await hub.as('daniel')).get(paths.finishCommenting(key))
    assert.match(father.text, /You can use all of it/)
    assert.equal((await (await hub.as('idwal')).get(paths.finishCommenting(key))).status, 403)
  })

  it('is not there before it is sent, and not found by strangers', async () => {
    const other = await aCase(hub, separated)
    const [own] = await aDraft(hub, other)
    const mother = await (await hub.as('kerry')).get(paths.sharedDraft(other))
    assert.match(mother.text, /No draft plan has been sent/)
    assert.doesNotMatch(mother.body, /horses/)
    await mother.get(paths.proposeOnLine({ ...other, lineId: own ?? '' }))
    assert.match(mother.text, /No draft plan has been sent/)
    assert.doesNotMatch(mother.body, /horses/)
    for (const stranger of ['sinead', 'debra', 'aled', 'odette', 'imogen']) {
      for (const url of [paths.sharedDraft(key), paths.proposeOnLine({ ...key, lineId: line(1) }), paths.makeWish(key), paths.proposals(key), paths.wishes(key)]) {
        const visitor = await (await hub.as(stranger)).get(url)
        assert.ok([403, 404].includes(visitor.status), `${stranger} got ${visitor.status} at ${url}`)
        assert.doesNotMatch(visitor.body, /Skerrow/)
      }
    }
    assert.equal((await (await hub.as('kerry')).get(paths.proposals(key))).status, 403)
  })

  it('takes a wish for a setting of the list, one by name, a meeting and a format, each answered to its own', async () => {
    const mother = await (await hub.as('kerry')).get(paths.makeWish(key, { kind: 'setting' }))
    assert.match(mother.text, /section 41/)
    await mother.submit({ because: 'She knows it' })
    assert.deepEqual(mother.errors, ['Select a school, nursery or college, or write its name'])
    assert.deepEqual(mother.fieldsOf(mother.form()).get('because'), ['She knows it'])
    await mother.submit({ setting: demoOrganisationId('fernside') })
    assert.match(mother.text, /Fernside School/)
    await mother.get(paths.makeWish(key, { kind: 'meeting' }))
    await mother.submit({ way: 'by video', when: 'mornings' })
    await mother.get(paths.makeWish(key, { kind: 'format' }))
    await mother.submit({ format: 'language' })
    assert.deepEqual(mother.errors, ['Enter the language'])
    await mother.submit({ language: 'Polish' })
    assert.match(mother.text, /in Polish/)
    const father = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.doesNotMatch(father.body, /Fernside|Polish/)

    const officer = await (await hub.as('hattie')).get(paths.wishes(key))
    assert.match(officer.text, /Waiting for an answer \(3\)/)
    const meeting = officer.root.querySelectorAll('.govuk-summary-card').find((card) => /meeting/.test(card.textContent))
    await officer.get(meeting?.querySelector('a')?.getAttribute('href') ?? '')
    await officer.submit({ answer: 'At 10am.', 'on-day': '1', 'on-month': '9', 'on-year': '2026' })
    assert.deepEqual(officer.errors, ['The day of the meeting must be 14 September 2026 or later'])
    await officer.submit({ 'on-day': '21' })
    assert.match(officer.text, /Waiting for an answer \(2\)/)
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.text, /We will meet on Monday 21 September 2026\. At 10am\./)
  })
})
