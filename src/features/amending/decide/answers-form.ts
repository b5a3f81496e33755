// The answers to all that was proposed, as one form gives them: each proposal has its own choice, and one choice more stands for those that
// were left open, so that somebody who agrees with the rest says so once.

import type { ProposalDecision } from '../../../casebook/plan/proposals.ts'
import type { ProposalId } from '../../../domain/ids.ts'
import { acceptedTwice } from '../../../domain/review/settling.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { ProposalHere } from '../open-amendment.ts'

export interface Answer {
  readonly proposalId: ProposalId
  readonly decision: ProposalDecision
  readonly keep: 'proposed' | 'now' | 'own'
  readonly wording?: string
  readonly reason?: string
  /** The revision that stood beside the proposal on the page. */
  readonly against: number
}

export interface Answers {
  readonly answers: readonly Answer[]
  /** Proposals without an answer. */
  readonly left: readonly ProposalId[]
}

export const longest = 5_000
export const fieldOf = (what: 'decision' | 'wording' | 'reason' | 'against', { id }: { readonly id: ProposalId }): string => `${what}-${id}`
export const choices = ['accept', 'edit', 'now', 'decline', 'answer'] as const
type Choice = (typeof choices)[number]

type Read = Answer | FieldError | 'left'
const isAnswer = (read: Read): read is Answer => typeof read === 'object' && 'proposalId' in read

/** `nameOf`: what an error calls the proposal, "F2". With `mustAnswerAll` what is left open is an error beside its field. */
export function readAnswers(form: FormBody, open: readonly ProposalHere[], nameOf: (here: ProposalHere) => string, { mustAnswerAll }: { readonly mustAnswerAll: boolean }): Answers | { errors: FieldError[] } {
  const acceptsRest = form.text('rest') === 'accept'
  const read = open.map((here) => readOne(form, here, nameOf(here), acceptsRest))
  const errors: FieldError[] = read.filter((one): one is FieldError => typeof one === 'object' && 'field' in one)
  const answers = read.filter(isAnswer)
  const twice = acceptedTwice(answers.map(({ proposalId, decision, keep }) => {
    const lineId = open.find(({ proposal }) => proposal.id === proposalId)?.proposal.lineId
    return { proposalId, isAccepted: decision === 'accepted', keepsNow: keep === 'now', ...(lineId === undefined ? {} : { lineId }) }
  }))
  for (const id of twice) errors.push({ field: `decision-${id}`, message: 'Two proposals for this line are accepted. Edit and accept one of them, and decline the other' })
  const left = open.filter((_, index) => read[index] === 'left')
  if (mustAnswerAll) for (const here of left) errors.push({ field: fieldOf('decision', here.proposal), message: `Say what you decide about ${nameOf(here)}` })
  return errors.length > 0 ? { errors } : { answers, left: left.map(({ proposal }) => proposal.id) }
}

function readOne(form: FormBody, { proposal, hasMovedOn }: ProposalHere, name: string, acceptsRest: boolean): Read {
  const field = (what: 'wording' | 'reason'): string => fieldOf(what, proposal)
  const chosen = choices.find((one) => one === form.text(fieldOf('decision', proposal)))
  // What has moved on, or asks a question, is for a person to look at: "the rest" never speaks for it.
  const choice: Choice | undefined = chosen ?? (acceptsRest && !hasMovedOn && proposal.kind !== 'comment' ? 'accept' : undefined)
  const against = Number(form.text(fieldOf('against', proposal)))
  const reason = form.text(field('reason'))
  const wording = form.text(field('wording'))
  if (choice === undefined) return 'left'
  if (reason.length > longest) return { field: field('reason'), message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` }
  if (choice === 'decline' && reason === '') return { field: field('reason'), message: `Enter why ${name} is declined: whoever asked reads it` }
  if (choice === 'answer' && reason === '') return { field: field('reason'), message: `Enter your answer about ${name}` }
  if (choice === 'edit' && wording === '') return { field: field('wording'), message: `Enter the words that ${name} shall have` }
  if (choice === 'edit' && wording.length > longest) return { field: field('wording'), message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` }
  return {
    proposalId: proposal.id, against, decision: choice === 'decline' ? 'declined' : choice === 'answer' ? 'answered' : 'accepted',
    keep: choice === 'now' ? 'now' : choice === 'edit' ? 'own' : 'proposed',
    ...(choice === 'edit' ? { wording } : {}), ...(reason === '' || choice === 'accept' ? {} : { reason }),
  }
}
