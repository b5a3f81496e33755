import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { invented } from '../../../test/invented-notice.ts'
import { readingGrade, sentencesOf } from '../../../test/reading.ts'
import { addDays, plainDateOf } from '../calendar/plain-date.ts'
import { keyOf } from '../clocks/clock.ts'
import { childrenAndFamiliesAct2014 } from '../clocks/regimes.ts'
import { meanwhileForFamily, plainReasons, whyForFamily } from '../case-file/delay-reasons.ts'
import { owedToFamily } from '../case-file/delays.ts'
import { composeNotice } from './compose-notice.ts'
import type { DelayParticulars } from './particulars.ts'
import { owedWords } from './owed-words.ts'

const letter = (delay: Partial<DelayParticulars> = {}, as: 'parent' | 'young-person' = 'parent') =>
  composeNotice('delay', { ...invented, addressedTo: { ...invented.addressedTo, as }, delay: { ...invented.delay, ...delay } })
const textOf = (...given: Parameters<typeof letter>): string => letter(...given).paragraphs.map(({ text }) => text).join('\n')

describe('the letter about delay', () => {
  it('says what is late, the date in the law, the date expected now, why, and what happens until then', () => {
    const text = textOf()
    assert.match(text, /We had to send you the final plan\. We have not done it yet\. It is late\. We are sorry\./)
    assert.match(text, /The law said that we had to do it by 15 February 2027\./)
    assert.match(text, /We now expect to do it by 19 March 2027\. This is our own date\. It does not change the date in the law\./)
    assert.ok(text.includes(invented.delay.why) && text.includes(invented.delay.meanwhile))
  })

  it('gives every way that the family has, and takes none away', () => {
    const text = textOf()
    for (const way of [/You can talk to us.*\nIlse Marden\nPhone: 01632 960101/, /You can complain to us/, /Ombudsman[^\n]*Ask within 12 months\.\nOmbudsman office\nPhone/, /Wendmere SENDIASS/, /disagreement resolution/]) assert.match(text, way)
    assert.match(text, /You keep all your rights/)
    assert.doesNotMatch(text, /lose|lost|too late to|cannot appeal|no right/i)
  })

  it('speaks of a date still to come as one that will not be kept', () => {
    const text = textOf({ dueOn: addDays(invented.sentOn, 5) })
    assert.match(text, /We have to send you the final plan\. We will not be able to do it in time\./)
    assert.match(text, /The law says that we have to do it by 27 February 2027/)
  })

  it('calls an excused date no longer binding, and sets no new one in law', () => {
    const text = textOf({ isExcused: true })
    assert.match(text, /The law also says when this date does not count\. We think that is so here\..*as soon as we can/)
    assert.match(text, /This is our own date/)
  })

  it('says which promise was not kept', () => {
    assert.match(textOf({ promisedOn: plainDateOf('2027-02-20') }), /We told you that we would do it by 20 February 2027\. We did not do that\./)
    assert.match(textOf({ promisedOn: plainDateOf('2027-02-25') }), /We will not be able to do that\./)
  })

  it('speaks to a young person of their own', () => {
    assert.match(textOf({ clock: 'ASMT-02' }, 'young-person'), /tell you if we will assess your needs/)
    assert.match(textOf({ clock: 'ASMT-06' }), /tell you if we will not make a plan for Orrin/)
  })

  it('cannot be sent without why, what happens until then, an officer who can be reached, or the routes', () => {
    assert.deepEqual(letter({ why: ' ' }).missing, ['reasons'])
    assert.deepEqual(letter({ meanwhile: 'TBC' }).missing, ['meanwhile'])
    assert.deepEqual(composeNotice('delay', { ...invented, officer: { name: 'Ilse Marden' } }).missing, ['talk-to-us', 'complaint'])
    const { ombudsman: _ombudsman, ...services } = invented.services
    assert.deepEqual(composeNotice('delay', { ...invented, services }).missing, ['ombudsman'])
    const { delay: _delay, ...without } = invented
    assert.ok(composeNotice('delay', without).missing.length > 5)
  })

  it('can be read at nine years of age for every limit that a family can be owed, with the words that we suggest', () => {
    const limits = childrenAndFamiliesAct2014.clocks.filter(owedToFamily)
    assert.ok(limits.length > 50)
    for (const clock of limits) {
      assert.doesNotMatch(owedWords(keyOf(clock), { whose: 'Orrin’s', about: 'Orrin' }, clock.title), /^do this/, keyOf(clock))
      for (const isExcused of [true, false]) {
        for (const because of [...plainReasons, 'A', 'C', 'D', 'O'] as const) {
          const why = whyForFamily(because)
          const own = letter({ clock: keyOf(clock), title: clock.title, isExcused, why: why === '' ? 'We are short of people.' : why, meanwhile: meanwhileForFamily }).paragraphs.slice(2).map(({ text }) => text).join('\n')
          for (const sentence of sentencesOf(own)) assert.ok(sentence.split(/\s+/).length <= 25, sentence)
          assert.ok(readingGrade(own) <= 4.5, `${keyOf(clock)} ${because}: grade ${readingGrade(own).toFixed(1)}`)
        }
      }
    }
  })
})
