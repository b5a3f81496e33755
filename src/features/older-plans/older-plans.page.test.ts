// From a folder of Word files to the plan of a case, through the pages.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { aCase } from '../../../test/builders/a-case.ts'
import { aCompoundFile } from '../../../test/builders/container-files.ts'
import { docxOf, pdfOf, wordBomb, wordWithMacros, wordWithTemplateFrom } from '../../../test/builders/hostile-files.ts'
import { hubPlans } from '../../../test/builders/older-plans/hub-plans.ts'
import { olderPlanTemplates } from '../../../test/builders/older-plans/templates.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { zipOf } from '../../../test/harness/zip-file.ts'

const area = 'wendmere'
const dateOf = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

describe('a plan from before the hub', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-09-14T09:00:00.000Z' }) })
  after(() => hub.close())

  const formOfTables = async () => { const make = olderPlanTemplates[3]; assert.ok(make); return make() }
  const bringIn = async (officer: Visitor, files: Readonly<Record<string, Uint8Array>>): Promise<Visitor> => {
    await officer.get(paths.bringInPlans({ area }))
    return officer.submitFiles({ files: { name: 'plans.zip', bytes: zipOf(new Map(Object.entries(files))) } }, {})
  }

  it('comes in with a folder, is read by the worker, and is here once however often it comes', async () => {
    const officer = await hub.as('hattie')
    const { bytes } = await formOfTables()
    const other = await hubPlans[1]?.()
    assert.ok(other)
    await bringIn(officer, { 'Plans/Rewan.docx': bytes, '__MACOSX/._Rewan.docx': new Uint8Array([1]), 'notes.txt': Buffer.from('Some notes that are no plan.'), 'other.docx': other.bytes })
    assert.equal(officer.heading, 'What was brought in')
    assert.match(officer.text, /Came in2/)
    assert.match(officer.text, /notes\.txt.*not a Word file/)
    await hub.work()
    await officer.get(officer.url)
    assert.match(officer.text, /Read, to be confirmed2/)
    await bringIn(officer, { 'again.docx': bytes })
    assert.match(officer.text, /Were here already1/)
    await officer.get(paths.olderPlans({ area }))
    assert.match(officer.text, /To confirm2/)
    assert.equal((await hub.fresh.db.selectFrom('document').select('id').where('kind', '=', 'older-plan').execute()).length, 2)
  })

  it('is refused in plain words when it is hostile, broken, or no plan', async () => {
    const officer = await hub.as('hattie')
    await bringIn(officer, { 'linked.docx': wordWithTemplateFrom('https://evil.example.org/t.dotm'), 'macros.docx': wordWithMacros(), 'bomb.docx': wordBomb(), 'old.doc': aCompoundFile({ WordDocument: Buffer.from('an older Word file') }), 'printed.pdf': pdfOf('BT /F1 12 Tf 72 720 Td (Section B) Tj ET'), 'letter.docx': docxOf('<w:p><w:r><w:t>Dear parent, thank you for coming.</w:t></w:r></w:p>') })
    await hub.work()
    await officer.get(officer.url)
    assert.match(officer.text, /linked\.docx.*fetches things from outside itself/)
    assert.match(officer.text, /macros\.docx.*contains a program or macros/)
    assert.match(officer.text, /old\.doc.*Open it in Word, choose Save as, Word document \(docx\)/)
    assert.match(officer.text, /printed\.pdf.*A PDF is not read\. Bring in the Word file that it was made from/)
    assert.match(officer.text, /bomb\.docx.*(?:damaged|too large)/)
    assert.match(officer.text, /letter\.docx.*does not read as an education, health and care plan/)
  })

  it('is placed by one person at a time, and confirmed as the plan of a new case', async () => {
    const officer = await hub.as('hattie')
    await openRewan(officer)
    const url = officer.url
    await officer.submit({ do: 'claim' }, { button: 'Start on this plan' })
    assert.match(officer.text, /You have this plan in hand/)

    const manager = await hub.as('meera')
    await manager.get(url)
    assert.match(manager.text, /Hattie .* has this plan in hand/)
    const writer = await hub.as('tom')
    await writer.get(url)
    assert.match(writer.text, /they can hand it over, or a SEND manager can take it over/)
    assert.equal(writer.root.querySelectorAll('button[value=claim]').length, 0)

    await officer.get(`${url}/confirm`)
    assert.match(officer.text, /still wait/)
    await officer.get(url)
    await officer.submit({ all: 'yes' }, { button: 'Leave it out' })
    assert.deepEqual(officer.errors, ['Enter why these words are left out'])
    await officer.submit({ all: 'yes', reason: 'The front page of the form' }, { button: 'Leave it out' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /no words wait to be placed/)

    await officer.get(`${url}/confirm`)
    const setting = /Is it ([^?]+)\?/.exec(officer.words)?.[1] ?? assert.fail('the setting in section I is one of the hub’s')
    await officer.submit({ case: 'new', lastReview: 'changed', givesSetting: 'yes', ...dateOf('decidedOn', '2025-02-10') }, { button: 'Confirm the plan' })
    assert.equal(officer.errors.join(), '')
    assert.match(officer.text, /This is now the plan in force/)
    const row = await hub.fresh.db.selectFrom('caseFile').select(['stage', 'id']).where('reference', 'like', 'W-%').executeTakeFirstOrThrow()
    assert.equal(row.stage, 'maintained')
    const facts = await hub.fresh.db.selectFrom('fact').select(['type', 'happenedOn']).where('caseId', '=', row.id).orderBy('seq').execute()
    assert.deepEqual(facts.map(({ type, happenedOn }) => `${type} ${happenedOn}`), [
      'older-plan-brought-in 2023-05-14', 'review-decision-notified 2025-02-10', 'amended-final-issued 2025-03-03', `party-joined ${hub.house.clock.today()}`, `setting-began ${hub.house.clock.today()}`,
    ])
    const clocks = await hub.fresh.db.selectFrom('clock').select(['clockId', 'dueOn']).where('caseId', '=', row.id).execute()
    assert.equal(clocks.find(({ clockId }) => clockId === 'REV-02')?.dueOn, '2026-02-09')
    // What nobody told us of the last review, and of those before it, is not called late.
    assert.deepEqual(clocks.filter(({ clockId }) => ['REV-01', 'REV-07', 'REV-09'].includes(clockId)), [])
    const version = await hub.fresh.db.selectFrom('planVersion').selectAll().executeTakeFirstOrThrow()
    assert.equal(version.issuedOn, '2025-03-03')
    assert.match(version.content, /Mrs A\. Quill/)
    // What an amendment asks of section I is known: it can be kept as it is. And the place that the child goes to arranges the reviews.
    assert.ok(version.content.includes(`"settingName":"${setting}"`), setting)
    assert.equal((await hub.fresh.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select('o.name').execute()).map(({ name }) => name).join(), setting)
    assert.equal((await hub.fresh.db.selectFrom('document').select('caseId').where('kind', '=', 'older-plan').where('caseId', '=', row.id).execute()).length, 1)

    // A second time finds it done, and an open form of before changes nothing.
    await officer.get(url)
    assert.match(officer.text, /This plan is done/)
  })

  it('moves, splits and joins single lines, keeps what was typed, and never loses a word', async () => {
    const officer = await hub.as('hattie')
    const { bytes } = await (olderPlanTemplates[0] ?? formOfTables)()
    await bringIn(officer, { 'Second.docx': bytes })
    await hub.work()
    await openRewan(officer)
    const url = officer.url
    await officer.submit({}, { button: 'Start on this plan' })
    const id = await firstOf(hub, url, 'F')
    await officer.get(`${url}/pieces/${id}`)
    const typed = valueOf(officer, 'parts')
    await officer.submit({ parts: `${typed}\n\nand more` }, { button: 'Split' })
    assert.match(officer.errors.join(), /same words as before/)
    assert.equal(valueOf(officer, 'parts'), `${typed}\n\nand more`)
    const half = typed.indexOf(' ', typed.length / 2)
    await officer.submit({ parts: `${typed.slice(0, half)}\n\n${typed.slice(half + 1)}` }, { button: 'Split' })
    assert.deepEqual(officer.errors, [])
    await officer.get(`${url}/pieces/${id}`)
    await officer.submit({}, { button: 'Join with the next' })
    await officer.get(`${url}/pieces/${id}`)
    assert.equal(valueOf(officer, 'parts').replaceAll(/\s+/g, ' '), typed.replaceAll(/\s+/g, ' '))
    await officer.submit({ section: 'G' }, { button: 'Put it there' })
    assert.deepEqual(officer.errors, [])

    // Taken over by another: the form of before is refused and says by whom.
    await officer.get(`${url}/pieces/${id}`)
    const manager = await hub.as('meera')
    await manager.get(url)
    await manager.submit({}, { button: 'Take it over' })
    await officer.submit({ section: 'F' }, { button: 'Put it there' })
    assert.match(officer.errors.join(), /Meera .* has this plan in hand now/)

    // Handed back to the officer by whoever has it, and to nobody who is no colleague.
    await manager.submit({ to: '' }, { button: 'Hand it over' })
    assert.deepEqual(manager.errors, ['Select a colleague'])
    await manager.submit({ to: demoPersonId('hattie') }, { button: 'Hand it over' })
    assert.match(manager.text, /Handed over/)
    await officer.get(paths.olderPlans({ area }, { show: 'mine' }))
    assert.match(officer.text, /Rewan Tahsin/)

    // Not worked on for more than a week, it is anybody's.
    hub.setNow('2026-09-22T09:00:00.000Z')
    const writer = await hub.as('tom')
    await writer.get(url)
    await writer.submit({}, { button: 'Start on this plan' })
    assert.match(writer.text, /You have this plan in hand/)
    hub.setNow('2026-09-14T09:00:00.000Z')
    await writer.submit({ to: demoPersonId('hattie') }, { button: 'Hand it over' })
  })

  it('goes to a child on record, and not to another', async () => {
    const officer = await hub.as('hattie')
    const other = await aCase(hub, { givenName: 'Orla', familyName: 'Tahsin', bornOn: '2012-01-01' })
    await hub.fresh.db.updateTable('caseFile').set({ stage: 'no-plan' }).where('id', '=', other.caseId as never).execute()
    await openRewan(officer)
    const url = officer.url
    await officer.submit({ all: 'yes', reason: 'The front page' }, { button: 'Leave it out' })
    await officer.get(`${url}/confirm`)
    await officer.submit({ case: other.caseId, lastReview: 'none', ...dateOf('issuedOn', '2025-03-03') }, { button: 'Confirm the plan' })
    assert.match(officer.errors.join(), /cannot be this child’s plan|has a plan already/)
    assert.equal(valueOf(officer, 'givenName'), 'Rewan')
  })

  it('is nobody else’s: other councils, families and schools do not find it', async () => {
    const row = await hub.fresh.db.selectFrom('olderPlan').select('id').executeTakeFirstOrThrow()
    for (const [who, status] of [['shno', 403], ['debra', 403], ['winifred', 403], ['aled', 404]] as const) {
      const visitor = await hub.as(who)
      for (const url of [paths.olderPlans({ area }), paths.olderPlan({ area, olderPlanId: row.id }), paths.olderPlanOriginal({ area, olderPlanId: row.id })]) {
        await visitor.get(url)
        assert.equal(visitor.status, status, `${who} at ${url}`)
      }
    }
    // A plan of one area is not found under the name of another.
    const aled = await hub.as('aled')
    await aled.get(paths.olderPlan({ area: 'tarn-valley', olderPlanId: row.id }))
    assert.equal(aled.status, 404)
  })

  async function openRewan(officer: Visitor): Promise<void> {
    const row = await hub.fresh.db.selectFrom('olderPlan').select('id').where('state', '=', 'read').where('fileName', 'in', ['Rewan.docx', 'Second.docx']).orderBy('id').executeTakeFirstOrThrow()
    await officer.get(paths.olderPlan({ area, olderPlanId: row.id }))
  }
})

async function firstOf(hub: Hub, url: string, section: string): Promise<number> {
  const { pieces } = await hub.fresh.db.selectFrom('olderPlan').select('pieces').where('id', '=', (url.split('?')[0]?.split('/').at(-1) ?? '') as never).executeTakeFirstOrThrow()
  const found = (pieces as { id: number; section?: string }[]).find((piece) => piece.section === section)
  assert.ok(found)
  return found.id
}

/** What stands in a box of the page. */
function valueOf(visitor: Visitor, name: string): string {
  const box = visitor.root.querySelector(`[name=${name}]`)
  return box?.getAttribute('value') ?? box?.textContent.replace(/^\n/, '') ?? ''
}
