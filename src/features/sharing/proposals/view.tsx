import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import { sections } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { FieldsWanted } from '../../../ui/fields-wanted.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { lineNumbers } from '../../../ui/plan-read.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { dateTimeWords, weekdayWords } from '../../../ui/words.ts'
import { channelWords } from '../on-behalf.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import type { ServedDraft } from '../served-draft.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly content: PlanContent
  readonly proposals: readonly Proposal[]
  readonly served?: ServedDraft
}

export const kindWords = { comment: 'Comment', change: 'Asks for other words', add: 'Asks for an addition', remove: 'Asks to take it out' } as const
const decisionWords = { accepted: { words: 'Accepted', colour: 'green' }, declined: { words: 'Declined', colour: 'orange' }, answered: { words: 'Answered', colour: 'blue' } } as const

/** "F2", as the draft numbers it now; where it stood when it was sent, for a line that has gone since. */
export function placeWords(proposal: Proposal, content: PlanContent, served?: ServedDraft): string {
  if (proposal.lineId === undefined) return `Section ${proposal.section}`
  const now = lineNumbers(content).get(proposal.lineId)
  if (now !== undefined) return now
  const then = served === undefined ? undefined : lineNumbers(served.version.content).get(proposal.lineId)
  return then === undefined ? `Section ${proposal.section}, a line that was taken out` : `${then} as sent, since taken out`
}

export function view({ frame, caseFile, content, proposals, served }: Props) {
  const title = 'What was said about the draft'
  const inOrder = proposals.toSorted((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || orderOf(content, a) - orderOf(content, b))
  const waiting = inOrder.filter(({ decision }) => decision === undefined)
  const answered = inOrder.filter(({ decision }) => decision !== undefined)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {served !== undefined && <InsetText>The family may answer until {weekdayWords(served.windowLastDay)}. Everything they say must have an answer before the plan is final.</InsetText>}
      {proposals.length === 0 && <EmptyState title="Nothing has been said about the draft yet." />}
      {waiting.length > 0 && <h2 class="govuk-heading-m">Waiting for an answer ({waiting.length})</h2>}
      {waiting.map((proposal) => <Item caseFile={caseFile} proposal={proposal} place={placeWords(proposal, content, served)} />)}
      {answered.length > 0 && <h2 class="govuk-heading-m">Answered ({answered.length})</h2>}
      {answered.map((proposal) => <Item caseFile={caseFile} proposal={proposal} place={placeWords(proposal, content, served)} />)}
    </CasePage>
  )
}

function orderOf(content: PlanContent, { lineId }: Proposal): number {
  return content.lines.find(({ id }) => id === lineId)?.position ?? Number.MAX_SAFE_INTEGER
}

function Item({ caseFile, proposal, place }: { caseFile: CaseFile; proposal: Proposal; place: string }) {
  const mayAnswer = proposal.decision === undefined && caseFile.open.includes('answer-proposal')
  return (
    <article class="hub-proposal">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {place}: {kindWords[proposal.kind]}{' '}
        {proposal.decision !== undefined && <Tag colour={decisionWords[proposal.decision].colour}>{decisionWords[proposal.decision].words}</Tag>}
      </h3>
      <SaidBy proposal={proposal} />
      <Wanted proposal={proposal} />
      {proposal.decisionReason !== undefined && <p class="govuk-body"><strong>Answer:</strong> {proposal.decisionReason}</p>}
      {proposal.decidedBy !== undefined && proposal.decidedAt !== undefined && <p class="govuk-body-s govuk-hint">{proposal.decidedBy}, {dateTimeWords(proposal.decidedAt)}</p>}
      {mayAnswer && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.answerProposal({ ...caseFile.key, proposalId: proposal.id })}>
            Answer<span class="govuk-visually-hidden"> {whoSaid(proposal).name} about {place}</span>
          </a>
        </p>
      )}
    </article>
  )
}

export function SaidBy({ proposal }: { proposal: Proposal }) {
  const { author, onBehalfOf, channel, madeAt } = proposal
  return (
    <p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">
      {onBehalfOf === undefined
        ? `${author.name}${author.profession === undefined ? '' : `, ${author.profession}`}`
        : `${onBehalfOf.name}, ${channelWords[channel]}, written down by ${author.name}`}
      , {dateTimeWords(madeAt)}
    </p>
  )
}

/** What is wanted, as a difference where there are words to compare it with. */
export function Wanted({ proposal }: { proposal: Proposal }) {
  return (
    <>
      {proposal.kind === 'change' && proposal.wordsThen !== undefined
        ? <WordDiff before={proposal.wordsThen} after={proposal.text} />
        : proposal.text.split('\n').filter((text) => text !== '').map((text) => <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>)}
      {proposal.kind === 'remove' && proposal.wordsThen !== undefined && <WordDiff before={proposal.wordsThen} after="" />}
      <FieldsWanted said={proposal} />
      {proposal.because !== undefined && <p class="govuk-body-s">Why: {proposal.because}</p>}
    </>
  )
}
