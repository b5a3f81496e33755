// The inbox: plans that came to this reader, with the lines that name them or a service of theirs.

import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { thaw } from '../../../domain/plan/freeze.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { linesInOrder } from '../../../domain/plan/plan-order.ts'
import { promiseInWords } from '../../../domain/plan/promise-words.ts'
import type { InboxPlan } from '../delivery-store.ts'

export interface InboxEntry {
  readonly key: CaseKey
  readonly childName: string
  readonly councilName: string
  readonly issuedOn: PlainDate
  readonly roles: readonly string[]
  readonly isOpened: boolean
  readonly isAcknowledged: boolean
  /** Lines that this reader, or a service of theirs, delivers or checks. */
  readonly lines: readonly { readonly number: string; readonly text: string; readonly amount?: string }[]
}

/** One entry for each child, though the plan may have come in two roles. Those not opened yet come first. */
export function entriesOf(plans: readonly InboxPlan[]): InboxEntry[] {
  const byCase = new Map<string, InboxPlan[]>()
  for (const plan of plans) byCase.set(plan.key.caseId, [...(byCase.get(plan.key.caseId) ?? []), plan])
  const entries = [...byCase.values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [entryOf(first, same)]
  })
  return entries.toSorted((a, b) => Number(a.isOpened) - Number(b.isOpened))
}

function entryOf(plan: InboxPlan, same: readonly InboxPlan[]): InboxEntry {
  const frozen = thaw(plan.content)
  if (!frozen.ok) throw new Error(`a delivered plan cannot be read: ${frozen.refusal}`)
  const { content } = frozen.value
  const mine = new Set(same.flatMap(({ lineIds }) => lineIds))
  const numbers = lineNumbers(content)
  return {
    key: plan.key, childName: plan.childName, councilName: plan.councilName, issuedOn: plan.issuedOn, roles: [...new Set(same.map(({ role }) => role))],
    isOpened: same.some(({ isOpened }) => isOpened), isAcknowledged: same.some(({ isAcknowledged }) => isAcknowledged),
    lines: linesInOrder(content.lines.filter(({ id, kind }) => mine.has(id) && kind === 'provision')).map(({ id, text, fields }) => {
      const amount = promiseInWords(fields)
      return { number: numbers.get(id) ?? '', text, ...(amount === undefined ? {} : { amount }) }
    }),
  }
}
