// The letter that says that something is late: what, the legal date, the date we now expect, why, what happens until then, and
// every way that the family has. It takes nothing away: being late never shortens a right (CFA 2014 s.19(c); Code of Practice 9.43
// asks that families be told of an exception and of the reason).

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { serviceParagraphs } from './disagree-paragraphs.ts'
import { isBlank, type NoticeParagraph } from './notice.ts'
import { owedWords } from './owed-words.ts'
import { contactWords, type DelayParticulars, type NoticeParticulars } from './particulars.ts'

export function delayNotice(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { delay, officer, services } = p
  if (delay === undefined) return []
  const toYoungPerson = p.addressedTo.as === 'young-person'
  const owed = owedWords(delay.clock, { whose: toYoungPerson ? 'your' : `${p.child.firstName}’s`, about: toYoungPerson ? 'you' : p.child.firstName }, delay.title)
  const officerWords = contactWords(officer)
  const ombudsman = contactWords(services.ombudsman)
  return [
    { element: 'what-is-late', text: whatIsLate(owed, delay, p.sentOn) },
    { element: 'legal-date', heading: 'The date in the law', text: legalDate(delay, p.sentOn) },
    {
      element: 'new-date', heading: 'The date we now expect',
      text: `We now expect to do it by ${dateWords(delay.expectedOn)}. This is our own date. It does not change the date in the law. If we cannot keep it, we will write to you again.`,
    },
    ...typed('reasons', 'Why', delay.why),
    ...typed('meanwhile', 'What happens until then', delay.meanwhile),
    {
      element: 'rights-kept', heading: 'Your rights stay the same',
      text: 'You keep all your rights. If we send you something that you can appeal, your time starts when we send it. It does not start now.',
    },
    ...(officerWords === '' ? [] : [
      { element: 'talk-to-us' as const, heading: 'Who to talk to', text: `You can talk to us about this letter.\n${officerWords}` },
      {
        element: 'complaint' as const, heading: 'If you are not happy with this',
        text: 'You can complain to us. Call or write to us and say that you want to complain. We must look into it and answer you.',
      },
    ]),
    ...(ombudsman === '' ? [] : [{
      element: 'ombudsman' as const,
      text: 'If you do not like our answer, or we take too long, you can ask the Ombudsman to look. It is free, and it is not part of the council. '
        + `Ask within 12 months.\n${ombudsman}`,
    }]),
    ...serviceParagraphs(p),
  ]
}

function whatIsLate(owed: string, { dueOn, promisedOn, expectedOn, isExcused }: DelayParticulars, sentOn: PlainDate): string {
  const sorry = 'We are sorry.'
  if (promisedOn !== undefined) return `We had to ${owed}. We told you that we would do it by ${dateWords(promisedOn)}. We ${promisedOn < sentOn ? 'did not' : 'will not be able to'} do that. ${sorry}`
  if (dueOn < sentOn) return `We had to ${owed}. We have not done it yet. It is late. ${sorry}`
  return expectedOn > dueOn && isExcused ? `We have to ${owed}. It will take us longer. ${sorry}` : `We have to ${owed}. We will not be able to do it in time. ${sorry}`
}

function legalDate({ dueOn, isExcused }: DelayParticulars, sentOn: PlainDate): string {
  const said = `The law ${dueOn < sentOn ? 'said that we had to' : 'says that we have to'} do it by ${dateWords(dueOn)}.`
  return isExcused ? `${said} The law also says when this date does not count. We think that is so here. We say why below. We must still do it as soon as we can.` : said
}

const typed = (element: 'reasons' | 'meanwhile', heading: string, text: string): readonly NoticeParagraph[] =>
  (isBlank(text) ? [] : [{ element, heading, text, isTyped: true }])
