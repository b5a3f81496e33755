// What one person said of a line, and what became of it: their own words back to them, never another's.

import type { Proposal, ProposalKind } from '../../casebook/plan/proposals.ts'
import { channelWords } from './on-behalf.tsx'
import { Tag } from '../../ui/govuk/tag.tsx'
import type { TagColour } from '../../ui/govuk/tag.tsx'
import { dateTimeWords } from '../../ui/words.ts'

/** The decision in a sentence and the reasons for it, as the person reads it. */
export function answerWordsFor({ decision, decisionReason }: Pick<Proposal, 'decision' | 'decisionReason'>): string {
  return decisionReason ?? (decision === 'accepted' ? 'We agree. It will be in the next draft or the final plan.' : '')
}

export const asked: Record<ProposalKind, string> = {
  comment: 'You wrote', change: 'You asked for these words', add: 'You asked us to add', remove: 'You asked us to take this out',
}
const state: Record<'waiting' | 'accepted' | 'declined' | 'answered', { words: string; colour: TagColour }> = {
  waiting: { words: 'Waiting for an answer', colour: 'yellow' }, accepted: { words: 'Agreed', colour: 'green' },
  declined: { words: 'Not agreed', colour: 'orange' }, answered: { words: 'Answered', colour: 'blue' },
}

export function Said({ proposal }: { proposal: Proposal }) {
  const { words, colour } = state[proposal.decision ?? 'waiting']
  return (
    <div class="hub-said">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{asked[proposal.kind]}</strong>{proposal.channel === 'hub' ? '' : ` ${channelWords[proposal.channel]}`}, {dateTimeWords(proposal.madeAt)} <Tag colour={colour}>{words}</Tag>
      </p>
      {proposal.text !== '' && proposal.text.split('\n').map((text) => <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>)}
      {proposal.because !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">Why: {proposal.because}</p>}
      {proposal.decision !== undefined && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <strong>Our answer:</strong> {answerWordsFor(proposal)}
          {proposal.decidedBy !== undefined && <span class="govuk-hint"> {proposal.decidedBy}</span>}
        </p>
      )}
    </div>
  )
}
