// Why a legal date is or will be missed: an excuse of the law, whose facts the engine tests (domain/clocks/excuses.ts), or a plain
// reason, which excuses nothing and is told all the same.

import type { Excuse } from '../clocks/clock.ts'

/** No plain reason moves or excuses a legal date: law asks for the date, families for the truth. */
export const plainReasons = [
  'advice-not-in', 'no-psychologist', 'too-few-officers', 'waiting-for-setting', 'waiting-for-health', 'family-asked-for-time', 'our-mistake', 'own-words',
] as const
export type PlainReason = (typeof plainReasons)[number]
export type DelayReason = PlainReason | Excuse

export const isPlainReason = (text: string): text is PlainReason => (plainReasons as readonly string[]).includes(text)
export const isExcuse = (because: DelayReason): because is Excuse => !isPlainReason(because)

const plainWords: Record<PlainReason, string> = {
  'advice-not-in': 'Advice has not come',
  'no-psychologist': 'There is no educational psychologist free',
  'too-few-officers': 'There are not enough case officers',
  'waiting-for-setting': 'Waiting for a school or college to answer',
  'waiting-for-health': 'Waiting for the NHS or social care to agree',
  'family-asked-for-time': 'The family asked for more time',
  'our-mistake': 'It was our mistake',
  'own-words': 'Another reason',
}

const excuseNames: Record<Excuse, string> = {
  A: 'A school or college was closed for four weeks or more',
  B: 'An early years provider was closed for four weeks or more',
  C: 'Exceptional personal circumstances of the child, a parent or the young person',
  D: 'The child, a parent or the young person was away from the area for four weeks or more',
  M: 'An appointment was missed',
  O: 'The child, a parent or the young person was away from the area for two weeks or more',
  V: 'Coronavirus, in 2020',
}

/** As officers and managers read it. */
export const reasonWords = (because: DelayReason): string => (isPlainReason(because) ? plainWords[because] : excuseNames[because])

const whyWords: Record<DelayReason, string> = {
  'advice-not-in': 'We asked for advice from people who can help. Some of it has not come yet. We need it to get this right.',
  'no-psychologist': 'We need advice from an educational psychologist. There are not enough of them here, so this took too long.',
  'too-few-officers': 'We do not have enough people to do all the work in time.',
  'waiting-for-setting': 'We asked a school or college a question. It has not answered yet.',
  'waiting-for-health': 'The NHS or social care has to agree to a part of this. It has not done that yet.',
  'family-asked-for-time': 'We were asked for more time, and we agreed to wait.',
  'our-mistake': 'We made a mistake. It should not have happened.',
  'own-words': '',
  A: 'The school or college was closed for more than four weeks. We asked for its advice in that time, and it could not answer.',
  B: 'The nursery or childminder was closed for more than four weeks. We asked for advice in that time, and it could not answer.',
  C: 'Something very hard happened, and the law lets us take longer because of it.',
  D: 'Someone we needed to see was away for four weeks or more. The law lets us take longer because of that.',
  M: 'A visit or test could not take place on the day we planned.',
  O: 'Someone we needed to see was away for two weeks or more. The law lets us take longer because of that.',
  V: 'This was due at the start of the coronavirus time, when the law let councils take longer.',
}

/** What a letter would say of it, to begin with: it says nothing of one family member that another could not know. */
export const whyForFamily = (because: DelayReason): string => whyWords[because]

export const meanwhileForFamily = 'We are still working on this. You do not need to do anything. If things get harder, please tell us.'
