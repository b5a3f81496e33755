import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { invented } from '../../../test/invented-notice.ts'
import { readingGrade, sentencesOf } from '../../../test/reading.ts'
import { dateWords } from '../calendar/date-words.ts'
import { englandsCalendar } from '../calendar/england.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { appealBy } from '../timeline/appeal-by.ts'
import { composeNotice } from './compose-notice.ts'
import { isBlank, missingFromNotice, noticeDocument, sendable } from './notice.ts'
import type { NoticeParticulars } from './particulars.ts'
import { lawAsking, noticeKinds, requiredContent, type Element, type NoticeKind } from './required-content.ts'

const familyKinds = noticeKinds.filter((kind) => kind !== 'bodies-told' && kind !== 'consultation' && kind !== 'review-told' && kind !== 'ceasing-asked')
const appealableKinds = ['refuse-to-assess', 'refuse-plan', 'final-plan', 'plan-kept', 'amended-plan', 'not-amending', 'cease', 'refuse-reassessment'] as const
const has = (kind: NoticeKind, element: Element): boolean => lawAsking(kind, element) !== undefined
const wholeText = (kind: NoticeKind, particulars: NoticeParticulars = invented): string =>
  composeNotice(kind, particulars).paragraphs.map((part) => part.text).join('\n')

describe('every notice', () => {
  for (const kind of noticeKinds) {
    it(`${kind}: is complete when every particular is there`, () => {
      const notice = composeNotice(kind, invented)
      assert.deepEqual(notice.missing, [])
      assert.equal(sendable(notice).ok, true)
    })

    it(`${kind}: cannot be sent when any required paragraph is dropped or emptied`, () => {
      const notice = composeNotice(kind, invented)
      for (const { element } of requiredContent[kind]) {
        const without = { ...notice, paragraphs: notice.paragraphs.filter((part) => part.element !== element) }
        const emptied = {
          ...notice,
          paragraphs: notice.paragraphs.map((part) => (part.element === element ? { ...part, text: ' \n ' } : part)),
        }
        for (const broken of [without, emptied]) {
          const outcome = sendable(broken)
          assert.deepEqual(outcome, { ok: false, refusal: { reason: 'notice-incomplete', missing: [element] } })
        }
      }
    })

    it(`${kind}: has a law for every required element, and each once`, () => {
      const elements = requiredContent[kind].map((required) => required.element)
      assert.equal(new Set(elements).size, elements.length)
      for (const element of elements) assert.match(lawAsking(kind, element) ?? '', /Act 2014|Regulations 201\d|Code of Practice/)
    })
  }
})

describe('what a missing particular leaves out', () => {
  const { services } = invented
  const { mediationAdviser, ...withoutAdviser } = services
  const { informationAndAdvice, ...withoutAdvice } = services
  const { councilMediation, ...withoutCouncil } = services
  const { disagreementResolution, ...withoutResolution } = services
  const { settingInformation, ...withoutSettings } = services
  const { reasons, ...withoutReasons } = invented
  const { window, ...withoutWindow } = invented
  const { sectionK, ...withoutSectionK } = invented
  const { copiesTo, ...withoutCopies } = invented
  const { outcomeOfAssessment, ...withoutOutcome } = invented
  const { consultation, ...withoutConsultation } = invented
  assert.ok(mediationAdviser && informationAndAdvice && councilMediation && disagreementResolution && settingInformation)
  assert.ok(reasons && window && sectionK && copiesTo && outcomeOfAssessment && consultation)

  const gaps: readonly (readonly [NoticeKind, NoticeParticulars, Element])[] = [
    ['refuse-to-assess', withoutReasons, 'reasons'],
    ['refuse-to-assess', { ...invented, reasons: 'TBC.' }, 'reasons'],
    ['refuse-to-assess', { ...invented, services: withoutAdviser }, 'mediation-adviser'],
    ['refuse-to-assess', { ...invented, services: { ...services, mediationAdviser: { name: 'Advice Line' } } }, 'mediation-adviser'],
    ['refuse-to-assess', { ...invented, services: withoutCouncil }, 'mediation-contact'],
    ['refuse-plan', { ...invented, services: withoutAdvice }, 'information-and-advice'],
    ['refuse-plan', { ...invented, services: withoutResolution }, 'disagreement-resolution'],
    ['refuse-plan', withoutOutcome, 'outcome-of-assessment'],
    ['will-issue-plan', withoutReasons, 'reasons'],
    ['will-assess', { ...invented, copiesTo: ['  '] }, 'copies-to'],
    ['draft-plan', withoutWindow, 'window'],
    ['draft-plan', { ...invented, services: withoutSettings }, 'setting-information'],
    ['draft-plan', { ...invented, draftNamesNoSetting: false }, 'no-setting-named'],
    ['final-plan', withoutSectionK, 'section-k-list'],
    ['amendment-notice', { ...invented, changes: [] }, 'proposed-changes'],
    ['amendment-notice', { ...invented, evidence: [' '] }, 'evidence'],
    ['amendment-notice', withoutWindow, 'window'],
    ['not-amending', withoutReasons, 'reasons'],
    ['plan-kept', { ...invented, reasons: '...' }, 'reasons'],
    ['final-plan', withoutCopies, 'copies-to'],
    ['bodies-told', { ...invented, child: { ...invented.child, fullName: ' ' } }, 'who-it-is-about'],
    ['consultation', withoutConsultation, 'reply-by'],
  ]
  for (const [kind, particulars, element] of gaps) {
    it(`${kind} without it lacks ${element}, and nothing else`, () => {
      assert.deepEqual(composeNotice(kind, particulars).missing, [element])
    })
  }
})

describe('what the law asks of each notice', () => {
  const regThirtyTwo = [
    'mediation-right', 'mediation-certificate', 'mediation-adviser', 'mediation-time', 'mediation-tell-us', 'mediation-contact',
  ] as const

  it('appeal, its time, all six items of reg 32 and both services stand in exactly the appealable notices', () => {
    for (const kind of noticeKinds) {
      const isAppealable = appealableKinds.some((appealable) => appealable === kind)
      for (const element of ['right-to-appeal', 'time-to-appeal', ...regThirtyTwo] as const) {
        assert.equal(has(kind, element), isAppealable, `${kind} ${element}`)
      }
    }
  })

  it('the Tribunal’s recommendations go with plans, not with a refusal to assess', () => {
    const kinds = noticeKinds.filter((kind) => has(kind, 'tribunal-recommendations'))
    assert.deepEqual(kinds, ['refuse-plan', 'final-plan', 'plan-kept', 'amended-plan', 'not-amending', 'cease', 'refuse-reassessment'])
  })

  it('reasons are required for a decision about a plan whichever way it goes, CFA s.36(9)(c), and for being late', () => {
    const kinds = noticeKinds.filter((kind) => has(kind, 'reasons'))
    assert.deepEqual(kinds, ['refuse-to-assess', 'refuse-plan', 'will-issue-plan', 'delay', 'plan-kept', 'not-amending', 'considering-ceasing', 'ceasing-asked', 'cease', 'refuse-reassessment'])
  })

  it('a draft gives the window, the setting, the meeting and where to look, and no appeal', () => {
    for (const element of ['window', 'right-to-ask-for-setting', 'meeting-offer', 'setting-information'] as const) {
      assert.equal(has('draft-plan', element), true)
    }
    assert.doesNotMatch(wholeText('draft-plan'), /appeal/i)
  })
})

// A last day beyond the published bank holidays is an error, never a guess.
const daysWithAKnownCalendar = arbitraryDate.filter((date) => date <= plainDateOf(`${englandsCalendar.lastYear}-06-30`))

describe('the words of a notice', () => {
  it('say the last day to appeal as computed, with the caveat that the Tribunal decides', () => {
    fc.assert(
      fc.property(daysWithAKnownCalendar, (sentOn) => {
        for (const kind of appealableKinds) {
          const text = wholeText(kind, { ...invented, sentOn })
          assert.ok(text.includes(`5pm on ${dateWords(appealBy(sentOn).receivedBy)}`))
          assert.match(text, /The Tribunal decides if an appeal is in time/)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('set what the council typed as it was typed', () => {
    const reasons = 'We looked at the school’s report.\n\nIt says:  "doing well (see p. 3)".\nSo we decided this.'
    const notice = composeNotice('refuse-to-assess', { ...invented, reasons })
    assert.equal(notice.paragraphs.find((part) => part.element === 'reasons')?.text, reasons)
  })

  it('speak to a young person as you, and never of them by name', () => {
    const youngPerson = { ...invented, addressedTo: { names: ['Orrin Vale'], as: 'young-person' } } as const
    for (const kind of familyKinds) {
      const ours = composeNotice(kind, youngPerson).paragraphs.slice(2).filter((part) => !part.isTyped)
      for (const part of ours) assert.doesNotMatch(part.text, /Orrin/, kind)
    }
  })

  for (const kind of noticeKinds) {
    it(`${kind}: no sentence has more than 25 words`, () => {
      for (const part of composeNotice(kind, invented).paragraphs) {
        if (part.isTyped || part.element === 'section-k-list' || part.element === 'copies-to') continue
        for (const sentence of sentencesOf(part.text)) {
          assert.ok(sentence.split(/\s+/).length <= 25, `${sentence.split(/\s+/).length} words: ${sentence}`)
        }
      }
    })
  }

  for (const kind of familyKinds) {
    it(`${kind}: our own words can be read at nine years of age`, () => {
      const own = composeNotice(kind, invented)
        .paragraphs.slice(2)
        .filter((part) => !part.isTyped)
        .map((part) => part.text)
        .join(' ')
      // Flesch-Kincaid grade 4 is a reading age of nine. Names, contacts and dates are not ours to choose.
      const grade = readingGrade(own)
      assert.ok(grade <= 4.5, `grade ${grade.toFixed(1)}`)
    })
  }
})

describe('isBlank', () => {
  for (const text of ['', ' ', '\n', '.', '—', 'N/A', 'n/a.', 'TBC', 'tbc ', 'xxx', '[reasons]', 'None', 'To follow']) {
    it(`calls ${JSON.stringify(text)} blank`, () => assert.equal(isBlank(text), true))
  }
  for (const text of ['No.', 'None of the advice says so', '3', 'We test sight first']) {
    it(`lets ${JSON.stringify(text)} stand`, () => assert.equal(isBlank(text), false))
  }
})

describe('noticeDocument', () => {
  it('keeps every heading and every word, in order', () => {
    for (const kind of noticeKinds) {
      const notice = composeNotice(kind, invented)
      const expected = notice.paragraphs.flatMap((part) => [...(part.heading ? [part.heading] : []), part.text])
      const printed = noticeDocument(notice).blocks.map((block) => block.text)
      assert.equal(printed.join(' ').replaceAll(/\s+/g, ' '), expected.join(' ').replaceAll(/\s+/g, ' '))
    }
  })
})

it('missingFromNotice trusts what stands in the notice, not what it says of itself', () => {
  const notice = composeNotice('will-assess', { ...invented, sentOn: plainDateOf('2027-02-01') })
  assert.deepEqual(missingFromNotice({ ...notice, paragraphs: [] }), ['decision', 'copies-to'])
})

it('docs/law/notices.md lists the required content as it stands here', () => {
  const page = readFileSync(new URL('../../../docs/law/notices.md', import.meta.url), 'utf8')
  const tables = noticeKinds.map((kind) => {
    const rows = requiredContent[kind].map(({ element, law }) => `| ${element} | ${law} |`)
    return [`### ${kind}`, '', '| Element | Asked for by |', '|---|---|', ...rows].join('\n')
  })
  assert.equal(page.slice(page.indexOf('### ')).trim(), tables.join('\n\n'))
})
