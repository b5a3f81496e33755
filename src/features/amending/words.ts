// How the pages of an amendment say things.

import type { NotAtThisStage } from '../../casebook/act.ts'
import type { Proposal } from '../../casebook/plan/proposals.ts'
import { whoSaid } from '../../casebook/plan/proposals.ts'
import type { AmendmentCause } from '../../domain/case-file/facts.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { LineId } from '../../domain/ids.ts'
import { lineNumbers } from '../../domain/plan/line-numbers.ts'
import type { PlanContent } from '../../domain/plan/line.ts'
import { listWords } from '../../ui/words.ts'

export const wanted = { comment: 'a comment', change: 'other words', add: 'an addition', remove: 'to be taken out' } as const

/** Causes that a page of amendments begins by itself: an order, a concession, an agreement or a reassessment begins where it is recorded. */
export const begunHere = ['change', 'correction'] as const satisfies readonly AmendmentCause[]

export const causeWords: Record<AmendmentCause, { readonly text: string; readonly hint?: string }> = {
  change: { text: 'Something has changed', hint: 'New advice, a change of school, or of where the child lives' },
  mediation: { text: 'It was agreed in mediation' },
  order: { text: 'The Tribunal ordered it', hint: 'The words of the order are carried out as they stand' },
  concession: { text: 'The council does not oppose the appeal' },
  reassessment: { text: 'There is a new assessment' },
  correction: { text: 'A slip is put right', hint: 'A wrong name or date, nothing that the plan promises' },
}

type Numbers = ReadonlyMap<LineId, string>

/** Numbers of the plan in force and of the working document: a line that is new in one is known by it. */
export const numbersOf = (inForce: PlanContent | undefined, live: PlanContent): Numbers =>
  new Map([...(inForce === undefined ? [] : lineNumbers(inForce)), ...lineNumbers(live)])

/** "F2 (Debra Llewellyn-Hart)": what an error calls a proposal. */
export const nameOfProposal = (proposal: Proposal, numbers: Numbers): string => `${placeOf(proposal, numbers)} (${whoSaid(proposal).name})`
export const placeOf = ({ lineId, kind, section }: Proposal, numbers: Numbers): string =>
  (lineId === undefined || kind === 'add' ? `Section ${section}` : numbers.get(lineId) ?? `Section ${section}`)

export const closedWords = ({ stage }: Pick<NotAtThisStage, 'stage'>): string => `This cannot be done now: the case is at the stage “${stageWords[stage].staff}”`

export const missingWords = (missing: readonly string[]): string =>
  `The letter cannot be sent yet. The law asks for: ${listWords(missing.map((element) => element.replaceAll('-', ' ')))}`
