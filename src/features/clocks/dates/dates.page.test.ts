// The public page as a family meets it: no account, no script, everything in the address.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import { paths } from '../../../paths.ts'
import { situations, type Question } from './situations.ts'

const date = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
const request = { what: 'request', show: '1', ...date('on', '2026-09-01') }

describe('work out the dates', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-09-14T09:00:00.000Z' }) })
  after(() => hub.close())
  const visit = (query: Record<string, string>) => hub.visitor().get(paths.dates(query))

  it('is found from the start page and at the foot of every page, without signing in', async () => {
    const start = await hub.visitor().get(paths.start())
    assert.equal(start.link('Work out the dates'), paths.dates())
    const page = await hub.visitor().get(paths.dates())
    assert.equal(page.status, 200)
    assert.equal(page.heading, 'Work out the dates')
    for (const { label } of situations) assert.ok(page.text.includes(label), label)
    assert.match((await hub.visitor().get(paths.privacy())).body, /<a class="govuk-footer__link" href="\/dates">\s*Work out the dates/)
  })

  it('asks what happened, then when, then shows the dates of the law with why', async () => {
    const asked = await visit({ what: 'request', step: 'what' })
    assert.equal(asked.status, 200)
    assert.equal(asked.heading, 'Someone asked for an EHC needs assessment')
    assert.ok(!asked.text.includes('There is a problem'))
    const shown = await visit(request)
    assert.equal(shown.status, 200)
    // 1 September 2026 + 42 and + 140 days.
    assert.match(shown.text, /Legal dateTuesday 13 October 2026 29 days leftTarget dateThe same day/)
    assert.match(shown.text, /Legal dateTuesday 19 January 2027/)
    assert.match(shown.text, /The request was received on 1 September 2026; six weeks from then.*SEND Regulations 2014, reg 5\(1\)/)
    assert.match(shown.text, /Whose dutyThe council/)
    assert.match(shown.text, /What you can do/)
    assert.match(shown.text, /with no set date/)
  })

  it('says that a date has passed, and not that it was missed: nobody said whether it was done', async () => {
    const { text } = await visit({ ...request, ...date('on', '2026-03-02') })
    assert.match(text, /Monday 13 April 2026 Passed/)
    assert.ok(!/days late/.test(text))
    assert.match(text, /If it was not done, ask in writing why/)
  })

  it('leaves out what the answers show to be behind', async () => {
    const { text } = await visit({ what: 'draft', show: '1', ...date('on', '2026-09-01'), how: 'post', ...date('requested', '2026-05-04') })
    assert.match(text, /May go on fromFriday 18 September 2026/)
    assert.match(text, /Legal dateMonday 21 September 2026/)
    assert.ok(!text.includes('whether there will be a needs assessment'))
  })

  it('tells a target from the legal date where they differ', async () => {
    assert.match((await visit({ ...request, ...date('on', '2026-09-13') })).text, /Legal dateSunday 25 October 2026 41 days leftTarget dateFriday 23 October 2026/)
  })

  it('keeps what was typed beside the error', async () => {
    for (const [typed, says] of [
      [{ ...date('on', '2026-09-01'), 'on-day': '31' }, /The date must be a real date/], [{}, /Enter the date/], [{ ...date('on', '2026-09-01'), 'on-month': '' }, /The date must include a month/],
      [date('on', '2026-12-01'), /must be 14 September 2026 or earlier/], [date('on', '1066-10-14'), /real date|or later/],
    ] as const) {
      const page = await visit({ what: 'request', show: '1', ...typed })
      assert.equal(page.status, 422)
      assert.match(page.text, says)
      for (const [name, value] of Object.entries(typed)) if (value !== '') assert.ok(page.body.includes(`value="${value}"`), `${name}=${value}`)
    }
    const none = await visit({ step: 'what' })
    assert.equal(none.status, 422)
    assert.match(none.text, /Choose what happened/)
    assert.equal((await visit({ what: 'nonsense' })).status, 422)
    const how = await visit({ what: 'draft', show: '1', ...date('on', '2026-09-01'), how: 'pigeon' })
    assert.match(how.text, /Choose an answer to “How was it sent\?”/)
  })

  it('refuses days in an order that cannot be', async () => {
    const page = await visit({ what: 'assessing', show: '1', ...date('on', '2026-08-01'), ...date('requested', '2026-09-01') })
    assert.equal(page.status, 422)
    assert.match(page.text, /in an order that cannot be/)
    assert.match((await visit({ ...request, ...date('on', '2012-05-01') })).text, /since 1 September 2014/)
  })

  it('shows nothing unsafe that stands in the address', async () => {
    const page = await visit({ what: 'request', show: '1', 'on-day': '"><script>alert(1)</script>' })
    assert.ok(!page.body.includes('<script>alert'))
  })

  it('leads back to the answers to change them', async () => {
    const shown = await visit(request)
    const back = await hub.visitor().get(shown.link('Change your answers'))
    assert.equal(back.status, 200)
    assert.ok(back.body.includes('value="2026"'))
  })

  it('works for every situation, and each shows a date or a duty', async () => {
    const answer = (question: Question): Record<string, string> => question.kind === 'choice' ? { [question.name]: question.choices[0]?.value ?? '' }
      : date(question.name, question.name === 'on' ? '2026-09-07' : question.name === 'requested' || question.name === 'meeting' ? '2026-07-06' : '2026-09-09')
    for (const { code, questions } of situations) {
      const whole = await visit({ what: code, show: '1', ...Object.assign({}, ...questions.map(answer)) as Record<string, string> })
      assert.equal(whole.status, 200, `${code}: ${whole.text.slice(0, 400)}`)
      assert.match(whole.text, /The dates/, code)
      const least = questions.filter((question) => question.kind === 'choice' || question.isOptional !== true)
      assert.equal((await visit({ what: code, show: '1', ...Object.assign({}, ...least.map(answer)) as Record<string, string> })).status, 200, code)
      for (const question of questions) {
        if (question.kind !== 'choice') continue
        for (const { value } of question.choices) {
          const one = await visit({ what: code, show: '1', ...Object.assign({}, ...questions.map(answer)) as Record<string, string>, [question.name]: value })
          assert.equal(one.status, 200, `${code} ${value}`)
          assert.match(one.text, /The dates|no set date/, `${code} ${value}`)
        }
      }
    }
  })

  it('gives the dates to a calendar: the same link, the same events; nothing of a child', async () => {
    const link = (await visit(request)).link('Add them to your calendar (ics file)')
    const [first, second] = [await hub.visitor().download(link), await hub.visitor().download(link)]
    assert.equal(first.status, 200)
    assert.equal(first.type, 'text/calendar; charset=utf-8')
    assert.equal(first.name, 'dates-by-law.ics')
    const [text, again] = [first, second].map(({ bytes }) => new TextDecoder().decode(bytes))
    assert.equal(text, again)
    assert.match(text ?? '', /DTSTART;VALUE=DATE:20261013\r\nDTEND;VALUE=DATE:20261014\r\nSUMMARY:Last day by law: /)
    assert.match(text ?? '', /DTSTART;VALUE=DATE:20270119/)
    const uids = [...(text ?? '').matchAll(/UID:(\S+)/g)].map(([, uid]) => uid)
    assert.equal(new Set(uids).size, uids.length)
    const other = new TextDecoder().decode((await hub.visitor().download(paths.datesFile({ ...request, ...date('on', '2026-09-02') }))).bytes)
    assert.ok(uids.every((uid) => uid !== undefined && !other.includes(uid)))
  })

  it('leads a calendar link with wrong answers to the page that says so', async () => {
    const page = await hub.visitor().get(paths.datesFile({ what: 'request', 'on-day': '99' }))
    assert.equal(page.status, 422)
    assert.match(page.text, /must include a month/)
  })

  it('needs no script: every form is a plain one that asks by address', async () => {
    const page = await hub.visitor().get(paths.dates({ what: 'draft' }))
    assert.match(page.body, /<form method="get" action="\/dates"/)
  })
})
