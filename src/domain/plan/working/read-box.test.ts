import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LineId } from '../../ids.ts'
import type { LineFields } from '../line.ts'
import { boxesAsked } from './boxes-asked.ts'
import type { LineThen } from './judge.ts'
import { judge } from './judge.ts'
import { withBox } from './read-box.ts'
import type { Difference } from './read-back.ts'

const amount = 'How much and how often'
const line = '00000000-0000-4000-8000-000000000003' as LineId
const fields: LineFields = { who: 'a therapist', minutes: 45, times: 1, per: 'week', weeks: 20 }
const then = new Map<LineId, LineThen>([[line, { revision: 2, section: 'F', text: 'A therapist works with him.', kind: 'provision', fields }]])
const box = (label: string, was: string, wanted: string): Difference => ({ kind: 'comment', lineId: line, wanted: `${label}: ${wanted}`, box: { label, was, wanted } })

describe('a box that was changed in a Word file', () => {
  const amounts: readonly (readonly [string, LineFields | undefined])[] = [
    ['60 minutes, once a week, for 20 weeks a year: 20 hours a year', { minutes: 60, times: 1, per: 'week', weeks: 20 }], ['45 minutes twice a week', { minutes: 45, times: 2, per: 'week' }],
    ['1 hour 30 minutes, 3 times each half term', { minutes: 90, times: 3, per: 'half-term' }], ['two hours, twice in all', { minutes: 120, times: 2, per: 'once' }], ['once each school day', { times: 1, per: 'school-day' }],
    ['length of each time not said, twice a week, weeks in the year not said', { times: 2, per: 'week' }],
    // Words that could mean more than one thing, or that somebody has to read.
    ['up to 60 minutes a week', undefined], ['45 to 60 minutes, once a week', undefined], ['regularly', undefined], ['60 minutes, once a week, if staff allow', undefined], ['weekly', undefined], ['0 minutes, once a week', undefined],
  ]
  for (const [words, read] of amounts) it(`“${words}” is ${read === undefined ? 'left to a person' : 'read'}`, () => { assert.deepEqual(withBox('provision', {}, { label: amount, wanted: words }), read) })

  it('changes what it says and nothing else, and takes out what is gone', () => {
    assert.deepEqual(withBox('provision', fields, { label: 'Who', wanted: 'a teacher' }), { ...fields, who: 'a teacher' })
    assert.deepEqual(withBox('provision', fields, { label: amount, wanted: '' }), { who: 'a therapist' })
    assert.deepEqual(withBox('provision', {}, { label: 'Starting', wanted: '3 March 2027' }), { from: '2027-03-03' })
    assert.equal(withBox('provision', {}, { label: 'Starting', wanted: 'in the spring' }), undefined)
    assert.deepEqual(withBox('provision', {}, { label: 'Checked by', wanted: 'the SENCO, each term' }), { checkedBy: 'the SENCO', checkedWhen: 'each term' })
    assert.equal(withBox('provision', { checkedBy: 'x', checkedWhen: 'y' }, { label: 'Checked by', wanted: 'each term' }), undefined)
    assert.equal(withBox('placement', {}, { label: 'Name', wanted: 'Another School' }), undefined)
  })

  it('is one request for its line, with the words that were changed too', () => {
    const changed: Difference = { kind: 'change', lineId: line, was: 'A therapist works with him.', wanted: 'A therapist works with him alone.' }
    const [only, ...more] = boxesAsked([changed, box(amount, '45 minutes, once a week', '60 minutes, once a week'), box('Who', 'a therapist', 'a teacher')], then)
    assert.deepEqual(more, [])
    assert.deepEqual(only?.kind === 'change' && [only.wanted, only.fields, only.boxes?.length], ['A therapist works with him alone.', { who: 'a teacher', minutes: 60, times: 1, per: 'week' }, 2])
  })

  it('stays a comment where it cannot be read, or where the copy did not keep the boxes', () => {
    const unread = box(amount, '45 minutes, once a week', 'as agreed')
    assert.deepEqual(boxesAsked([unread], then), [unread])
    const old = new Map<LineId, LineThen>([[line, { revision: 2, section: 'F', text: 'x' }]])
    const sure = box('Who', 'a therapist', 'a teacher')
    assert.deepEqual(boxesAsked([sure], old), [sure])
  })

  it('is judged by what the boxes say now', () => {
    const [asked] = boxesAsked([box('Who', 'a therapist', 'a teacher')], then)
    assert.ok(asked !== undefined)
    const verdict = (fieldsNow: LineFields, ...before: LineFields[]) => judge([asked], {
      atCopy: then, now: new Map([[line, 'A therapist works with him.']]), fieldsNow: new Map([[line, fieldsNow]]),
      asked: before.map((one) => ({ kind: 'change', lineId: line, section: 'F', text: 'A therapist works with him.', fields: one })),
    })[0]
    assert.equal(verdict(fields)?.verdict, 'to-propose')
    assert.equal(verdict({ ...fields, who: 'a teacher' })?.verdict, 'says-so-already')
    assert.equal(verdict({ ...fields, who: 'a nurse' })?.verdict, 'clash')
    assert.match(verdict({ ...fields, who: 'a nurse' })?.now ?? '', /Who: a nurse/)
    assert.equal(verdict(fields, { ...fields, who: 'a teacher' })?.verdict, 'asked-already')
    assert.equal(verdict(fields, { ...fields, who: 'a nurse' })?.verdict, 'to-propose')
  })
})
