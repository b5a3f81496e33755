// A request filled in through its real pages, question by question.

import { paths } from '../../src/paths.ts'
import type { Visitor } from '../harness/visitor.ts'

export const area = 'wendmere'
export const orla = { givenName: 'Orla', familyName: 'Adeyinka-Rowe', 'bornOn-day': '9', 'bornOn-month': '11', 'bornOn-year': '2022' }
type Filled = Parameters<Visitor['submit']>[0]

/** The draft's key, from any of its pages. */
export const draftOf = (visitor: Visitor): { area: string; draftId: string } => ({ area, draftId: /\/request\/([0-9a-f-]{36})/.exec(visitor.url)?.[1] ?? '' })

export async function begin(visitor: Visitor, who: string): Promise<Visitor> {
  await visitor.get(paths.requestStart({ area }))
  await visitor.submit({ who })
  if (visitor.heading === 'Write down how to come back') await visitor.submit()
  return visitor
}

export async function answer(visitor: Visitor, question: string, filled: Filled, draft = draftOf(visitor)): Promise<Visitor> {
  await visitor.get(paths.requestQuestion({ ...draft, question }))
  return visitor.submit(filled)
}

export async function theChild(visitor: Visitor, child: typeof orla = orla): Promise<Visitor> {
  const { givenName, familyName, ...born } = child
  await answer(visitor, 'child-name', { givenName, familyName })
  return answer(visitor, 'born-on', born)
}

export async function send(visitor: Visitor): Promise<Visitor> {
  await visitor.get(paths.requestCheck(draftOf(visitor)))
  return visitor.submit({ declared: 'yes' })
}

/** The case's reference on the confirmation page. */
export const referenceOn = (visitor: Visitor): string => /W-2026-\d{6}/.exec(visitor.text)?.[0] ?? ''
