// Step 4: giving advice by typing, by pasting and as a Word file; its lines marked, its wording looked at, sent and sent back.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { reportAsDocx } from '../builders/report-files.ts'
import { BrowserVisitor } from '../harness/browser-visitor.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { acceptAdvice, adviceIdIn, askForAdvice, markLines, openRequest, sendAdvice } from './steps/advice.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const therapyReport = [
  '# Speech and language therapy advice', '', '## Needs', '', 'Rewan understands two key words in an instruction. He cannot retell a story.', '',
  '## Outcomes', '', 'By July 2028 Rewan will retell a six-part story in four out of five attempts.', '',
  '## Provision', '', 'A speech and language therapist will give individual therapy for 45 minutes once a week for 20 weeks a year, reviewed each term by the therapist.', '',
  'Access to a quiet space as required.', '',
].join('\n')
const medicalReport = ['# Medical advice', '', 'Rewan has glue ear in both ears and hears as if under water on some days.', '', 'He had grommets in 2024.', ''].join('\n')
const needsMarked = 'Rewan has glue ear in both ears and hears as if under water on some days.'

bothWays('giving advice', { now: morningOf('2026-11-16') }, (scene) => {
  let key: CaseKey
  let therapyId: string
  let adviserUrl: string
  before(async () => {
    key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-09-14' })
    await askForAdvice(await scene.hub.as('hattie'), key, [
      { item: 'c', kind: 'medical', person: 'Dr Soraya Lindqvist' }, { item: 'd', kind: 'psychological', person: 'Dr Imogen Petrie' }, { item: 'f', kind: 'therapy', person: 'Callum Dreyfus-Webb' },
    ])
  })

  const toGive = async (adviser: PageReader): Promise<PageReader> => {
    await openRequest(adviser, key)
    return adviser.follow(adviser.hasLink('Give your advice') ? 'Give your advice' : 'Go on with your advice')
  }

  it('is typed under questions, kept from one day to the next, and refused while nothing is said', async () => {
    const psychologist = await toGive(await scene.cast.as('imogen'))
    const { url } = psychologist
    assert.match(psychologist.text, /Nobody but you, your service and whoever enters it for you sees this until it is sent/)
    await psychologist.submit({ registration: 'PYL 00001' }, { button: 'Save and mark the lines' })
    expectRefused(psychologist, ['Fill in “Special educational needs”', 'Fill in “Special educational provision”'], { kept: { registration: 'PYL 00001' } })
    await psychologist.submit({ way: 'type', 'q-needs': 'Rewan reads the first letter of a word and guesses the rest.' }, { button: 'Save and come back later' })
    const later = await scene.cast.as('imogen')
    await later.get(url)
    assert.deepEqual(later.fieldsOf(later.form()).get('q-needs'), ['Rewan reads the first letter of a word and guesses the rest.'])
    if (scene.way.scripts) await savesWhileTyping(later)
    await later.submit({ ...dateIn('dated', '2026-11-12') }, { button: 'Save and mark the lines' })
    expectRefused(later, ['Fill in “Special educational provision”'], { kept: dateIn('dated', '2026-11-12') })
    await later.submit({ 'q-provision': 'A teaching assistant reads with Rewan for 20 minutes three times a week.' }, { button: 'Save and mark the lines' })
    assert.match(later.heading, /^Mark the lines/)
    await later.submit({}, { button: 'Save and check' })
    assert.match(later.text, /Rewan reads the first letter of a word and guesses the rest\./)
    const officer = await scene.cast.as('hattie')
    expectClosed(await officer.get(paths.advice({ ...key, adviceId: adviceIdIn(later.url) })), /guesses the rest/)
  })

  /** With scripts the words are kept without a button. */
  async function savesWhileTyping(author: PageReader): Promise<void> {
    assert.ok(author instanceof BrowserVisitor)
    await author.page.fill('[name="q-needs"]', 'Rewan reads the first letter of a word and guesses the rest. He is tired by noon.')
    await author.page.waitForFunction(() => /saved/i.test(document.querySelector('[data-autosave]')?.textContent ?? ''))
    await author.get(author.url)
    assert.deepEqual(author.fieldsOf(author.form()).get('q-needs'), ['Rewan reads the first letter of a word and guesses the rest. He is tired by noon.'])
  }

  it('is handed in as a Word file: another kind of file is refused and what was typed stays', async () => {
    const doctor = await toGive(await scene.cast.as('soraya'))
    await doctor.submitFiles({ report: { name: 'advice.exe', bytes: new TextEncoder().encode('MZ') } }, { authorRole: 'community paediatrician', ...dateIn('dated', '2026-11-10'), way: 'file' }, { button: 'Save and mark the lines' })
    expectRefused(doctor, [/contains a program/], { kept: { authorRole: 'community paediatrician', ...dateIn('dated', '2026-11-10'), way: 'file' } })
    await doctor.submitFiles({ report: { name: 'advice.docx', bytes: await reportAsDocx(medicalReport) } }, {}, { button: 'Save and mark the lines' })
    assert.match(doctor.heading, /^Mark the lines/)
    const adviceId = adviceIdIn(doctor.url)
    await doctor.submit({ words: 'hears as if in a tunnel', wordsKind: 'need' }, { button: 'Save and mark more' })
    expectRefused(doctor, [/not in the report as you typed them/], { kept: { words: 'hears as if in a tunnel' } })
    await doctor.submit({ words: 'in', wordsKind: 'need' }, { button: 'Save and mark more' })
    expectRefused(doctor, [/stand \d+ times in the report\. Select which place you mean/], { kept: { words: 'in' } })
    await doctor.get(doctor.url)
    await markLines(doctor, [{ kind: 'need', words: needsMarked }])
    assert.match(doctor.text, /Needs.*glue ear in both ears/)
    await sendAdvice(doctor, key, adviceId)
    assert.match(doctor.text, /Your advice has been sent to the council/)
    // From the line to its words and back.
    await doctor.get(paths.advice({ ...key, adviceId }))
    assert.match(doctor.root.querySelectorAll('mark').map(({ textContent }) => textContent).join(' '), /glue ear in both ears/)
    if (doctor instanceof BrowserVisitor) await doctor.page.locator('a[href^="#words-"]').first().click()
  })

  it('is pasted; its vague words are found before it goes, said why or sent as they are', async () => {
    const therapist = await toGive(await scene.cast.as('callum'))
    adviserUrl = therapist.url
    await therapist.submit({ ...dateIn('dated', '2026-11-16'), way: 'paste', pasted: therapyReport }, { button: 'Save and mark the lines' })
    assert.match(therapist.text, /first guess from the headings alone/)
    const [join] = therapist.root.querySelectorAll('.hub-mark__sentence').filter((one) => /cannot retell/.test(one.textContent)).map((one) => one.querySelector('input[type=checkbox]')?.getAttribute('name') ?? '')
    await therapist.submit({ [join ?? '']: 'yes' }, { button: 'Save and check' })
    assert.equal(therapist.heading, 'Check your advice and send it')
    therapyId = adviceIdIn(therapist.url)
    assert.match(therapist.text, /Rewan understands two key words in an instruction\. He cannot retell a story\./)
    assert.match(therapist.text, /Read from the words: 45 minutes, once a week, for 20 weeks a year: 15 hours a year/)
    assert.match(therapist.text, /does not say all that a plan needs/)
    const vague = therapist.root.querySelectorAll('main a').find((link) => /quiet space/.test(link.textContent))?.getAttribute('href') ?? ''
    await therapist.get(vague)
    await therapist.submit({ minutes: 'often' })
    expectRefused(therapist, ['Minutes each time must be a whole number between 1 and 1440'], { kept: { minutes: 'often' } })
    await therapist.submit({ minutes: '', flexibleBecause: 'Only Rewan can show when he needs it.' }, { button: 'Save the line' })
    assert.match(therapist.text, /It cannot be fixed, because Only Rewan can show/)
    await sendAdvice(therapist, key, therapyId)
    await therapist.get(paths.markAdvice({ ...key, adviceId: therapyId }))
    assert.equal(therapist.status, 403, 'what was sent is not marked again by its author')
  })

  it('is sent back once with reasons, put right, and not sent back again', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.returnAdvice({ ...key, adviceId: therapyId }))
    await officer.submit({ reasons: '' })
    expectRefused(officer, ['Enter the reasons'])
    await officer.submit({ reasons: 'How often is the quiet space needed?' })
    assert.deepEqual(officer.errors, [])
    const therapist = await scene.cast.as('callum')
    await therapist.get(adviserUrl)
    assert.match(therapist.text, /Sent back with reasons: How often is the quiet space needed\?/)
    await therapist.submit({ pasted: `${therapyReport}\nThe quiet space is needed twice a day.` }, { button: 'Save and mark the lines' })
    await sendAdvice(therapist, key, therapyId)
    const again = await scene.cast.as('hattie')
    await again.get(paths.returnAdvice({ ...key, adviceId: therapyId }))
    await again.submit({ reasons: 'And the group?' })
    expectRefused(again, [/sent back once already, with these reasons: How often is the quiet space needed\?/], { kept: { reasons: 'And the group?' } })
    await acceptAdvice(again, key, therapyId)
    assert.match(again.text, /The advice is accepted/)
  })

  it('is read by the family without what passed between the council and its author, and not by the school', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.advice({ ...key, adviceId: therapyId }))
    assert.match(mother.text, /The quiet space is needed twice a day/)
    assert.doesNotMatch(mother.text, /sent back/i)
    const school = await scene.cast.as('debra')
    expectClosed(await school.get(paths.advice({ ...key, adviceId: therapyId })), /quiet space/)
  })
})
