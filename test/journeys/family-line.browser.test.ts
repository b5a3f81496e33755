// A family reads where it is: what is late and by how much, how a date is worked out, what it can do; takes the dates into a
// calendar; and the council's page has the same dates. Then the council acts, and the line goes on and forgets nothing.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { BrowserVisitor } from '../harness/browser-visitor.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { decideToAssess, tellOfRequest } from './steps/decide.ts'

const datesIn = (text: string): readonly string[] => [...new Set(text.match(/\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g) ?? [])]

bothWays('the family’s line', { now: morningOf('2026-12-01') }, (scene) => {
  let key: CaseKey
  before(async () => { key = await aCase(scene.hub, { receivedOn: '2026-10-05' }) })
  const parentAtLine = async (): Promise<PageReader> => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.home())
    assert.match(mother.words, /Next We tell you if we will assess By 16 November 2026 15 days late/)
    return mother.follow('Where are we? (Rewan Tahsin)')
  }
  const pageOf = (reader: PageReader): BrowserVisitor['page'] => {
    assert.ok(reader instanceof BrowserVisitor)
    return reader.page
  }

  it('says in the first screen where we are, what is next, by when, who has it and what one can do', async () => {
    const mother = await parentAtLine()
    assert.match(mother.words, /Now We are deciding if we will assess your child’s needs\. Next We tell you if we will assess By 16 November 2026, by law 15 days late Who has it Hattie Greaves, Wendmere Council You can Ask us about the delay or get help or complain/)
    const box = await pageOf(mother).locator('.hub-now').boundingBox()
    assert.ok(box !== null && box.y + box.height <= 740 && box.x + box.width <= scene.way.width, JSON.stringify(box))
  })

  it('opens how a date is worked out, with where the law says so', async () => {
    const mother = await parentAtLine()
    const details = pageOf(mother).locator('.hub-progress__step', { hasText: 'We are late. We have not told you' }).locator('details')
    const says = details.getByText(/six weeks from then.*SEND Regulations 2014, reg 5/)
    assert.equal(await says.isVisible(), false)
    await details.locator('summary').focus()
    await pageOf(mother).keyboard.press('Enter')
    assert.equal(await says.isVisible(), true)
  })

  it('takes the dates into a calendar, with nothing about the child in it', async () => {
    const mother = await parentAtLine()
    const { name, bytes } = await mother.download(paths.caseDatesFile(key))
    const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '')
    assert.equal(name, 'ehc-dates.ics')
    assert.match(text, /DTSTART;VALUE=DATE:20261116[\s\S]*SUMMARY:Last day: We tell you if we will assess/)
    assert.match(text, /DTSTART;VALUE=DATE:20270222[\s\S]*SUMMARY:Last day: We send you the final plan/)
    assert.doesNotMatch(text, /Rewan|Tahsin/)
  })

  it('leads to a message about the delay, and to help', async () => {
    const mother = await parentAtLine()
    assert.match(mother.words, /Wendmere SENDIASS can help you for free/)
    await mother.follow('Ask us about the delay')
    assert.equal(mother.status, 200)
    assert.ok(mother.url.startsWith(paths.caseMessages(key)))
  })

  it('has the same dates as the council’s page', async () => {
    const mother = await parentAtLine()
    const steps = datesIn(mother.root.querySelectorAll('.hub-progress__state').map((one) => one.text).join(' '))
    assert.deepEqual(steps, ['5 October 2026', '16 November 2026', '25 January 2027', '7 February 2027', '22 February 2027'])
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseOverview(key))
    for (const date of steps) assert.ok(datesIn(officer.words).includes(date), date)
    assert.match(officer.words, /Decide whether to assess Council 16 November 2026 \(15 days ago\), set by law 15 days late/)
  })

  it('goes on when the council has decided, and does not forget that it was late', async () => {
    await tellOfRequest(await scene.cast.again('hattie'), key)
    await decideToAssess(await scene.cast.again('meera'), key, 'He may need more than his school can give.')
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseOverview(key))
    assert.match(mother.words, /We told you if we will assess Done, 1 December 2026 This was 15 days late\. It was due by 16 November 2026\./)
    assert.match(mother.words, /Next We ask for advice from people who can help us decide By No day of its own\. Then: we tell you if there will be a plan, by 25 January 2027, by law Who has it Hattie Greaves/)
  })
})
