import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import { expectTagged } from '../../../test/harness/expect-tagged.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { wordsInDocx, wordsInHtml, wordsInPdf } from '../../../test/harness/words-in-files.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { readVersion } from '../../casebook/plan/plan-content.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import { leaveCase } from '../../casebook/parties.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { freeze } from '../../domain/plan/freeze.ts'
import { paths } from '../../paths.ts'
import { wordsOf } from '../../platform/documents/words-of.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { findFinalVersion } from './version-store.ts'

describe('the final plan', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub, { consulted: ['larkfell', 'fernside'] })
  })
  after(() => hub.close())

  const asSystem = () => ({ house: hub.house, viewer: system, page: 'test' })
  const version = () => read(asSystem(), async (tx) => {
    const found = await findFinalVersion(tx, await openCaseFile(tx, key))
    assert.ok(found)
    return found
  })
  const bytesAt = async (person: string, url: string) => (await hub.as(person)).download(url)

  it('is sealed: its frozen text has the hash that was issued, and reads back as it was', async () => {
    const { id, sha256, content } = await version()
    assert.equal(createHash('sha256').update(content, 'utf8').digest('hex'), sha256)
    const frozen = await read(asSystem(), async (tx) => readVersion(tx, await openCaseFile(tx, key), id))
    assert.equal(freeze(frozen), content)
    assert.equal(frozen.heading.status, 'final')
    assert.deepEqual(frozen.content.lines.filter(({ section }) => section === 'I').map(({ text }) => text), ['Larkfell Primary School, a mainstream primary school'])
    await hub.fresh.db.updateTable('planVersion').set({ content: content.replace('45 minutes', '15 minutes') }).where('id', '=', id).execute()
    await assert.rejects(read(asSystem(), async (tx) => readVersion(tx, await openCaseFile(tx, key), id)), /does not match its hash/)
    await hub.fresh.db.updateTable('planVersion').set({ content }).where('id', '=', id).execute()
  })

  it('says the same words as web page, PDF and Word file, and the PDF is tagged', async () => {
    const { document, pdfSha256, docxSha256, sha256 } = await version()
    const words = wordsOf(document)
    assert.ok(words.length > 500)
    const pdf = await hub.house.files.open(pdfSha256 ?? '')
    const seen = await expectTagged(pdf)
    assert.equal(seen.title, 'Education, health and care plan for Rewan Tahsin')
    assert.ok(seen.outline.some(({ title }) => title === 'Section F: Special educational provision'))
    // A web address that is longer than the rest of its line is broken on paper: there the letters are compared without spaces.
    assert.equal((await wordsInPdf(pdf)).join(''), words.join(''))
    assert.deepEqual(await wordsInDocx(await hub.house.files.open(docxSha256 ?? '')), words)
    const { html } = await hub.fresh.db.selectFrom('planVersion').select('html').where('sha256', '=', sha256).executeTakeFirstOrThrow()
    assert.deepEqual(wordsInHtml(html ?? ''), words)
    const mother = await (await hub.as('shno')).get(paths.finalPlan(key))
    for (const word of [`Seal`.toLowerCase(), sha256]) assert.ok(mother.text.includes(word))
  })

  it('reads A to K, with its thread, its sources and the last day to appeal at the top', async () => {
    const mother = await (await hub.as('shno')).get(paths.finalPlan(key))
    assert.equal(mother.heading, 'Education, health and care plan for Rewan Tahsin')
    const headings = mother.root.querySelectorAll('article h2').map(({ textContent }) => textContent).filter((text) => text.startsWith('Section'))
    assert.deepEqual(headings.map((text) => text.slice(8, text.indexOf(':'))), ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'])
    assert.match(mother.text, /must get the appeal by 5pm on 12 March 2027/)
    assert.match(mother.text, /Meets need B1; helps outcome E1\. From: K6, therapy advice, 16 November 2026/)
    assert.match(mother.text, /45 minutes, once a week, for 20 weeks a year: 15 hours a year/)
    assert.match(mother.text, /Marguerite Falk, early help practitioner/)
    for (const anchor of mother.root.querySelectorAll('nav.hub-contents a')) {
      const id = (anchor.getAttribute('href') ?? '').slice(1)
      assert.ok(mother.root.querySelector(`[id="${id}"]`), id)
    }
  })

  it('comes as PDF and Word marked for who took it, and in large print', async () => {
    const pdf = await bytesAt('shno', paths.finalPlanPdf(key))
    assert.equal(pdf.type, 'application/pdf')
    assert.doesNotMatch(pdf.name, /Rewan|Tahsin/)
    assert.match(await everyWord(pdf.bytes), /Copy for Shno Tahsin/)
    assert.equal((await wordsInPdf(pdf.bytes)).join(''), wordsOf((await version()).document).join(''))
    const large = await bytesAt('shno', paths.finalPlanPdf(key, { size: 'large' }))
    assert.ok((await expectTagged(large.bytes)).pages > (await expectTagged(pdf.bytes)).pages)
    const word = await bytesAt('imogen', paths.finalPlanWord(key))
    assert.deepEqual(await wordsInDocx(word.bytes), wordsOf((await version()).document))
    const sealed = await bytesAt('hattie', paths.finalPlanPdf(key))
    assert.equal(createHash('sha256').update(sealed.bytes).digest('hex'), (await version()).pdfSha256)
    const page = await (await hub.as('shno')).get(paths.finalPlan(key, { size: 'large' }))
    assert.ok(page.root.querySelector('.printed-document--large'))
  })

  it('comes on one page, made of the plan’s own words', async () => {
    const mother = await (await hub.as('shno')).get(paths.finalPlanSummary(key))
    assert.match(mother.text, /What matters to me/)
    assert.match(mother.text, /Maths good\. Is cubes/)
    assert.match(mother.text, /Hattie Greaves/)
    const pdf = await bytesAt('shno', paths.finalPlanSummary(key, { as: 'pdf' }))
    assert.equal((await expectTagged(pdf.bytes)).pages, 1)
  })

  it('is not found by a stranger, a setting that was not named, somebody whose part has ended, or nobody', async () => {
    await inTransaction(asSystem(), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      for (const part of ['adviser', 'recipient'] as const) await leaveCase(tx, caseFile, { personId: demoPersonId('marguerite'), part, name: 'Marguerite Falk' })
    })
    for (const url of [paths.finalPlan(key), paths.finalPlanPdf(key), paths.finalPlanWord(key), paths.finalPlanSummary(key)]) {
      for (const stranger of ['kerry', 'idwal', 'odette', 'philippa', 'aled', 'marguerite']) {
        const reply = await bytesAt(stranger, url)
        // Somebody who is family of no child and works nowhere is turned away at the door, before any case is looked for.
        assert.equal(reply.status, stranger === 'kerry' ? 403 : 404, `${stranger} ${url}`)
        assert.doesNotMatch(Buffer.from(reply.bytes).toString('latin1'), /Rewan|Tahsin/)
      }
      const nobody = await hub.visitor().get(url)
      assert.match(nobody.heading, /sign in/i)
    }
  })

  it('notes a recipient’s first opening once, by whichever door, and that they have it', async () => {
    const openings = async () => (await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', 'plan-opened').execute())
      .filter(({ data }) => JSON.stringify(data).includes('Callum'))
    await bytesAt('callum', paths.finalPlanWord(key))
    await bytesAt('callum', paths.finalPlanPdf(key))
    const therapist = await (await hub.as('callum')).get(paths.finalPlan(key))
    assert.equal((await openings()).length, 1)
    await therapist.submit({}, { to: '/final/received' })
    assert.match(therapist.text, /You said on 12 January 2027 at 10am that you have it/)
    await (await hub.as('hattie')).get(paths.finalPlan(key))
    const officer = await (await hub.as('hattie')).get(paths.deliveries(key))
    assert.match(officer.text, /Callum Dreyfus-Webb: opened 12 January 2027, confirmed 12 January 2027/)
  })

  it('comes to the inbox of those who deliver it, with the lines that name them', async () => {
    const colleague = await (await hub.as('beatrix')).get(paths.planInbox())
    assert.match(colleague.text, /Rewan Tahsin.*You get it as: service/)
    const therapist = await (await hub.as('callum')).get(paths.planInbox())
    assert.match(therapist.text, /Rewan Tahsin/)
    assert.match(therapist.text, /F1 A speech and language therapist will work with Rewan alone/)
    const elsewhere = await (await hub.as('idwal')).get(paths.planInbox())
    assert.match(elsewhere.text, /No final plan has been sent to you/)
  })

  it('counts a service’s copy as opened by whoever opened it, not by all who work there', async () => {
    const tagOf = async (who: string): Promise<string> => {
      const inbox = await (await hub.as(who)).get(paths.planInbox())
      return inbox.root.querySelectorAll('.govuk-summary-card').find((card) => /Rewan Tahsin/.test(card.textContent))?.querySelector('.govuk-tag')?.textContent ?? ''
    }
    assert.equal(await tagOf('callum'), 'Confirmed')
    assert.equal(await tagOf('jocelyn'), 'Not opened', 'her colleague opened it, not she')
    const colleague = await (await hub.as('jocelyn')).get(paths.finalPlan(key))
    assert.ok(colleague.root.querySelectorAll('main form').length > 0, 'she is asked herself whether she has it')
    assert.equal(await tagOf('jocelyn'), 'Not confirmed')
    const officer = await (await hub.as('hattie')).get(paths.deliveries(key))
    assert.match(officer.text, /Children’s speech and language therapy[^.]*Opened by 2 of 4.*Callum Dreyfus-Webb: opened 12 January 2027, confirmed 12 January 2027Jocelyn Adair: opened 12 January 2027/)
    const facts = await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', 'plan-opened').execute()
    assert.deepEqual(facts.map(({ data }) => (data as { by: string }).by).filter((by) => /Callum|Jocelyn/.test(by)), ['Callum Dreyfus-Webb', 'Jocelyn Adair'])
  })

  it('tells one parent nothing of the other in the list of who has it', async () => {
    await (await hub.as('hoshang')).get(paths.finalPlan(key))
    const mother = await (await hub.as('shno')).get(paths.deliveries(key))
    assert.match(mother.text, /Shno Tahsin/)
    assert.match(mother.text, /Dr Imogen Petrie/)
    assert.doesNotMatch(mother.text, /Hoshang/)
    assert.equal(mother.root.querySelectorAll('main form').length, 0)
  })
})

async function everyWord(pdf: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const file = await getDocumentProxy(new Uint8Array(pdf))
  const pages = await Promise.all(Array.from({ length: file.numPages }, async (_, index) => (await (await file.getPage(index + 1)).getTextContent()).items))
  return pages.flat().map((item) => ('str' in item ? item.str : '')).join(' ')
}
