// What was said of a line or a section: by whom, when, what became of it and why.

import type { Channel } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import { FieldsWanted } from '../../../ui/fields-wanted.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import { WordDiff } from '../../../ui/word-diff.tsx'
import type { SaidHere, Working } from '../open-working.ts'

export const kindWords = { comment: 'Comment', change: 'Asks for other words', add: 'Asks for an addition', remove: 'Asks to take it out' } as const
const decisions = {
  waiting: { words: 'Waiting for an answer', colour: 'yellow' }, accepted: { words: 'Accepted', colour: 'green' },
  declined: { words: 'Declined', colour: 'orange' }, answered: { words: 'Answered', colour: 'blue' },
} as const
const channelWords: Partial<Record<Channel, string>> = { email: 'by e-mail', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter' }

export function SaidList({ said, working, about }: { said: readonly SaidHere[]; working: Pick<Working, 'caseFile'>; about: string }) {
  return <>{said.map((one) => <SaidOne said={one} working={working} about={about} />)}</>
}

function SaidOne({ said: { proposal }, working: { caseFile }, about }: { said: SaidHere; working: Pick<Working, 'caseFile'>; about: string }) {
  const { author, onBehalfOf, channel, decision, decisionReason, decidedBy, decidedAt } = proposal
  const { words, colour } = decisions[decision ?? 'waiting']
  const name = onBehalfOf?.name ?? author.name
  return (
    <div class="hub-working-said" id={`said-${proposal.id}`}>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{kindWords[proposal.kind]}</strong> <Tag colour={colour}>{words}</Tag><br />
        {name}{author.profession !== undefined && onBehalfOf === undefined && `, ${author.profession}`}
        {onBehalfOf !== undefined && `, ${channelWords[channel] ?? 'in the hub'}, written down by ${author.name}`}, {dateTimeWords(proposal.madeAt)}
      </p>
      <Wanted said={proposal} />
      <FieldsWanted said={proposal} />
      {proposal.because !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">Why: {proposal.because}</p>}
      {decision !== undefined && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <strong>Answer:</strong> {decisionReason ?? (decision === 'accepted' ? 'It is in the plan as it stands now.' : '')}
          {decidedBy !== undefined && decidedAt !== undefined && <span class="govuk-hint hub-inline-hint"> {decidedBy}, {dateTimeWords(decidedAt)}</span>}
        </p>
      )}
      {decision === undefined && caseFile.open.includes('answer-proposal') && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <a class="govuk-link" href={paths.answerProposal({ ...caseFile.key, proposalId: proposal.id })}>Answer<span class="govuk-visually-hidden"> {name} about {about}</span></a>
        </p>
      )}
    </div>
  )
}

/** What is wanted, as a difference where there are words to compare it with. */
function Wanted({ said }: { said: SaidHere['proposal'] }) {
  if (said.kind === 'change' && said.wordsThen !== undefined) return said.fields !== undefined && said.wordsThen === said.text ? null : <WordDiff before={said.wordsThen} after={said.text} />
  if (said.kind === 'remove') return said.wordsThen === undefined ? null : <WordDiff before={said.wordsThen} after="" />
  return <>{said.text.split('\n').filter((text) => text !== '').map((text) => <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>)}</>
}
