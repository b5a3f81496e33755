// Whether somebody's request is one that the law gives them the right to make, or brings a child to the council's attention.
// It makes no difference to any clock: six, sixteen and twenty weeks run the same (SEND Regulations 2014, regs 5(1), 10(1), 13(2)).

import type { PlainDate } from '../calendar/plain-date.ts'
import { youngPersonFrom } from '../calendar/school-year.ts'
import type { Requester } from './facts.ts'

export type RequestRight = 'request' | 'brought-to-attention'

/**
 * CFA 2014 s.36(1): a child's parent, a young person, or somebody on behalf of a school or post-16 institution may ask.
 * A parent of a young person and a child under that age are not named there; like everybody else they bring the child to
 * attention (s.24(1)), unless a young person is found to lack capacity (s.80), which is looked at afterwards.
 */
export function requestRightOf(madeBy: Requester, bornOn: PlainDate, receivedOn: PlainDate): RequestRight {
  const isYoungPerson = receivedOn >= youngPersonFrom(bornOn)
  switch (madeBy) {
    case 'parent': return isYoungPerson ? 'brought-to-attention' : 'request'
    case 'young-person': return isYoungPerson ? 'request' : 'brought-to-attention'
    case 'school':
    case 'post-16': return 'request'
    default: return 'brought-to-attention'
  }
}
