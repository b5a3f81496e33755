import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import ids from '../../../test/cases/clock-ids.json' with { type: 'json' }
import { eventKinds, eventTypes } from './event-kinds.ts'
import { keyOf } from './clock.ts'
import { periodWords } from './explain.ts'
import { childrenAndFamiliesAct2014 } from './regimes.ts'
import { readingGrade, sentencesOf } from '../../../test/reading.ts'

const { clocks } = childrenAndFamiliesAct2014

describe('the pack of clocks', () => {
  it('holds every clock of the list', () => {
    const held = new Set(clocks.map(({ id }) => id))
    assert.deepEqual(ids.filter((id) => !held.has(id)), [])
    // Rights pass by a clock of its own, outside the list.
    assert.deepEqual([...held].filter((id) => !ids.includes(id)), ['RTS-01'])
  })

  it('has one version of a clock for each day', () => {
    for (const clock of clocks) {
      const others = clocks.filter((other) => other !== clock && keyOf(other) === keyOf(clock))
      for (const other of others) assert.ok((clock.until ?? '9') < other.since || (other.until ?? '9') < clock.since, keyOf(clock))
    }
  })

  it('says the law, the consequence and a title for each, in words', () => {
    for (const { id, law, consequence, title, period } of clocks) {
      assert.ok(law.length > 0 && law.every((line) => /Act|Reg|Rule|rule|Code|SI |EWHC|law|directions|Guidance|policy|reg /.test(line)), `${id}: ${law.join()}`)
      assert.ok(consequence.length > 3 && title.length > 10 && periodWords(period).length > 3, id)
    }
  })

  // What stands beside a case is a service's own: lists that are published, qualifications, breaches of data, disposal.
  it('has a title that a family can read for each clock of a case, with nothing about a child in it', () => {
    const notOfACase = clocks.filter(({ familyTitle }) => familyTitle === undefined)
    assert.deepEqual([...new Set(notOfACase.map(({ id }) => id))], ['REV-04', 'LO-01', 'LO-02', 'LO-03', 'SCH-02', 'SCH-03', 'DP-02', 'DP-03'])
    const titles = [...new Set(clocks.flatMap(({ familyTitle }) => (familyTitle === undefined ? [] : [familyTitle])))]
    for (const title of titles) {
      assert.doesNotMatch(title, /statut|regulation|\breg\b|amend|provision|review the plan|authority|notif|\bcease\b|commission/i, title)
      for (const sentence of sentencesOf(title)) assert.ok(sentence.split(' ').length <= 20, sentence)
    }
    assert.ok(readingGrade(titles.map((title) => `${title}.`).join('\n')) <= 5)
  })

  // Section 2 of the timetable's law: who is excused by what. V is the relaxation of 2020, which is history.
  it('is excused only where the Regulations excuse it', () => {
    const excused = new Map<string, string>()
    for (const { id, excuses } of clocks) excused.set(id, [...new Set([...(excused.get(id) ?? ''), ...excuses])].filter((reason) => reason !== 'V').toSorted().join(''))
    const given = Object.fromEntries([...excused].filter(([, reasons]) => reasons !== ''))
    assert.deepEqual(given, {
      'ASMT-02': 'ABCD', 'ASMT-05': 'CDM', 'ASMT-06': 'ABCD', 'ASMT-10': 'ABCD', 'ASMT-12': 'ABCD', 'RE-03': 'ABCD', 'RE-04': 'CDM', 'MED-06': 'ABCO', 'ORD-01': 'ABCO', 'ORD-02': 'ABCO',
      'ORD-03': 'ABCO', 'ORD-04': 'ABCO', 'ORD-05': 'ABCO', 'ORD-06': 'ABCO', 'ORD-07': 'ABCO', 'UNO-01': 'ABCO', 'DET-01': 'ACD', 'DET-02': 'ACD', 'DET-03': 'ACD', 'DET-04': 'CDM', 'DET-07': 'ABCO',
    })
  })

  it('reads only events that exist, and every event is read or is there for what it says', () => {
    const read = new Set<string>(clocks.flatMap((clock) => [...clock.starts, ...clock.metBy, ...clock.overtakenBy, ...clock.alsoReads].map(({ event }) => event)))
    const alone = eventTypes.filter((type) => !read.has(type))
    assert.deepEqual(alone, ['struck-out', 'advice-asked', 'provision-failed', 'direct-payment-refused', 'custody-provision-arranged', 'excuse-claimed'])
    for (const type of eventTypes) {
      const { answers } = eventKinds[type] as { readonly answers?: readonly string[] }
      for (const answered of answers ?? []) assert.ok(answered in eventKinds, `${type} answers ${answered}`)
    }
  })
})
