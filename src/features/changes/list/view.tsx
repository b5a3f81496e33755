import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfCouncil, isOfFamily } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { reassessmentAnswerBy, reassessmentsOf } from '../../../domain/reassessment/reassessments-of.ts'
import { changeKindWords, changeOutcomeWords } from '../../../domain/review/change-said.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Paragraphs } from '../paragraphs.tsx'
import type { SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { ChangeSaid } from '../change-store.ts'
import { channelWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly changes: readonly ChangeSaid[]
}

export const listTitle = (caseFile: Pick<CaseFile, 'parts'>): string => (isOfFamily(caseFile.parts) ? 'What you told us has changed' : 'What has changed')

export function view({ frame, caseFile, today, changes }: Props) {
  const title = listTitle(caseFile)
  const isCouncil = isOfCouncil(caseFile.parts)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {caseFile.open.includes('say-change') && <p class="govuk-body"><a class="govuk-link" href={paths.sayChange(caseFile.key)}>{isOfFamily(caseFile.parts) ? 'Tell us that something has changed' : 'Say that something has changed'}</a></p>}
        {changes.length === 0 && <EmptyState title={isCouncil ? 'Nobody has said that anything changed' : 'You have not told us of a change'} />}
        {changes.map((change) => (
          <section aria-labelledby={`change-${change.id}`} class="hub-section">
            <h2 class="govuk-heading-m" id={`change-${change.id}`}>{changeKindWords[change.what][isOfFamily(caseFile.parts) ? 'family' : 'staff']}</h2>
            <SummaryList rows={rowsOf(change, { caseFile, today, isCouncil })} />
            {change.answer === undefined && caseFile.open.includes('answer-change') && <p class="govuk-body"><a class="govuk-link" href={paths.change({ ...caseFile.key, changeId: change.id })}>Decide what follows<span class="govuk-visually-hidden"> from what {change.who.name} said on {dateWords(londonDateOf(change.saidAt))}</span></a></p>}
          </section>
        ))}
      </TwoThirds>
    </CasePage>
  )
}

interface For { readonly caseFile: CaseFile; readonly today: PlainDate; readonly isCouncil: boolean }

export function rowsOf(change: ChangeSaid, { caseFile, today, isCouncil }: For): SummaryRow[] {
  const { who, words, sinceOn, asksForReview, writtenBy, channel, saidAt, answerBy, document, answer } = change
  const row = (key: string, value: SummaryRow['value']): SummaryRow => ({ key, value })
  return [
    ...(isCouncil ? [row('Said by', `${who.name}${who.profession === undefined ? '' : `, ${who.profession}`}${writtenBy === undefined ? '' : `. ${channelWords[channel]}, written down by ${writtenBy}`}`)] : []),
    row('Said on', dateWords(londonDateOf(saidAt))),
    row(isOfFamily(caseFile.parts) ? 'What you told us' : 'What is different', <Paragraphs text={words} />),
    ...(sinceOn === undefined ? [] : [row('Since', dateWords(sinceOn))]),
    ...(asksForReview ? [row('Asked for', 'A review of the plan now')] : []),
    ...(document === undefined ? [] : [row('Came with it', <a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: document.id })}>{document.title}</a>)]),
    ...(answer === undefined
      ? [row(isCouncil ? 'To be decided by' : isOfFamily(caseFile.parts) ? 'We will decide by' : 'The council decides by', <ContextualDate due date={answerBy} daysAway={daysBetween(today, answerBy)} />)]
      : [
          row('Decided', `${dateWords(londonDateOf(answer.at))}${isCouncil ? `, by ${answer.by}` : ''}`), row('What follows', isCouncil ? changeOutcomeWords[answer.outcome].staff : changeOutcomeWords[answer.outcome].said),
          row('Why', <Paragraphs text={answer.reasons} />),
          ...(answer.reassessmentId === undefined ? [] : [row(isCouncil ? 'Where it goes on' : 'What happens next', againNext(answer.reassessmentId, { caseFile, today, isCouncil }))]),
          ...(isCouncil && answer.outcome === 'early-review' ? [row('Where it goes on', <a class="govuk-link" href={paths.caseReviews(caseFile.key)}>Reviews</a>)] : []),
          ...(isCouncil && answer.reviewId !== undefined ? [row('Where it goes on', <a class="govuk-link" href={paths.amendment({ ...caseFile.key, reviewId: answer.reviewId })}>The amendment</a>)] : []),
        ]),
  ]
}

/** Where the new assessment is that came of a change; until it is decided, by when. */
function againNext(reassessmentId: string, { caseFile, isCouncil }: For): SummaryRow['value'] {
  const one = reassessmentsOf(caseFile.facts).find(({ id }) => id === reassessmentId)
  const decided = one?.decided?.outcome ?? (one?.begun === undefined ? undefined : 'reassess')
  const due = one?.requested === undefined ? undefined : dateWords(reassessmentAnswerBy(one.requested.happenedOn))
  if (isCouncil) return <><a class="govuk-link" href={paths.reassessments(caseFile.key)}>Assessing again</a>{decided === undefined && due !== undefined && `, to be decided by ${due}`}</>
  const isFamily = isOfFamily(caseFile.parts)
  if (decided === undefined) return due === undefined ? '' : isFamily ? `We tell you by ${due} if we will assess again. If we say no, you can appeal.` : `The family is told by ${due} whether there will be a new assessment.`
  return decided === 'reassess' ? isFamily ? 'We are assessing again. The plan goes on meanwhile.' : 'The child is being assessed again. The plan goes on meanwhile.' : isFamily ? 'We will not assess again. Your letter says why, and how to appeal.' : 'There will be no new assessment.'
}
