import { plainDateOf } from '../calendar/plain-date.ts'

/** For clocks that start with a birth: what counts is the law of the day on which they end, not of the day of birth. */
export const whenever = plainDateOf('1900-01-01')
/** SI 2015/359 rewrote the clocks of orders and unopposed appeals. */
export const ordersRewritten = plainDateOf('2015-03-23')
/** SI 2015/62: the Detained Persons Regulations. */
export const detainedPersonsInForce = plainDateOf('2015-04-01')
/** SI 2017/1306: the Tribunal may recommend on health and social care, in decisions from this day. */
export const recommendationsInForce = plainDateOf('2018-04-03')
/** SI 2024/535: the qualification of SENCOs. */
export const qualificationChanged = plainDateOf('2024-09-01')
/** The same: a course begun before must be finished before this day. */
export const earlierAwardEnds = plainDateOf('2027-09-01')
/** SI 2020/471: relaxed almost every time limit, from the first day to the last. */
export const relaxedFrom = plainDateOf('2020-05-01')
export const relaxedUntil = plainDateOf('2020-09-25')
