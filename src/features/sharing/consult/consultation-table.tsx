import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import type { FormTokens } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateTimeWords, dateWords, daysAwayWords, listWords, plural } from '../../../ui/words.ts'
import type { Consultation } from '../consultation-store.ts'
import { answerRows, canMeetWords } from '../consultation/answer-words.ts'
import { WideTable } from '../wide-table.tsx'

/** Where a consultation is, and its clock: fifteen days from receipt, which is guidance and holds nobody up. */
export function clockOf({ answeredAt, closedAt, dueOn }: Pick<Consultation, 'answeredAt' | 'closedAt' | 'dueOn'>, today: PlainDate): { words: string; colour: 'green' | 'red' | 'blue' | 'grey'; days: string } {
  if (answeredAt !== undefined) {
    const late = daysBetween(dueOn, londonDateOf(answeredAt))
    return { words: 'Answered', colour: 'green', days: late > 0 ? `${plural(late, 'day')} late` : 'in time' }
  }
  if (closedAt !== undefined) return { words: 'Closed', colour: 'grey', days: 'without an answer' }
  return dueOn < today ? { words: 'Late', colour: 'red', days: `due ${daysAwayWords(daysBetween(today, dueOn))}` } : { words: 'Asked', colour: 'blue', days: `due ${daysAwayWords(daysBetween(today, dueOn))}` }
}

/** "Reminded on 3 March 2026"; nothing when it never was. */
export const remindedWords = ({ chasedAt }: Pick<Consultation, 'chasedAt'>): string | undefined =>
  chasedAt.length === 0 ? undefined : `Reminded on ${listWords(chasedAt.map((at) => dateWords(londonDateOf(at))))}`

interface Props { readonly caseFile: CaseFile; readonly consultations: readonly Consultation[]; readonly today: PlainDate; readonly tokens: FormTokens }

export function ConsultationTable({ caseFile, consultations, today, tokens }: Props) {
  if (consultations.length === 0) return <EmptyState title="No setting has been asked yet." />
  return (
    <>
      <WideTable
        name="Consultations"
        caption="Consultations"
        head={['Setting', 'Status', 'Sent', 'Answer due', 'Answer', ''].map((content) => ({ content: content === '' ? <span class="govuk-visually-hidden">What you can do</span> : content }))}
        firstCellIsHeader
        rows={consultations.map((one) => {
          const { words, colour, days } = clockOf(one, today)
          return [
            { content: <>{one.name}{one.askedForByFamily && <><br /><span class="govuk-body-s">asked for by the family</span></>}</> },
            { content: <><Tag colour={colour}>{words}</Tag><br /><span class="govuk-body-s">{days}</span>{one.closedAt !== undefined && words !== 'Closed' && <><br /><span class="govuk-body-s">since closed</span></>}</> },
            { content: <>{dateWords(one.sentOn)}<br /><span class="govuk-body-s">version {one.versionNo}</span></> },
            { content: <>{dateWords(one.dueOn)}{one.chasedAt.length > 0 && <><br /><span class="govuk-body-s">{remindedWords(one)}</span></>}</> },
            { content: one.answers === undefined ? 'None yet' : canMeetWords[one.answers.canMeet] },
            { content: one.closedAt === undefined ? <Ways caseFile={caseFile} one={one} tokens={tokens} /> : `Closed on ${dateWords(londonDateOf(one.closedAt))}` },
          ]
        })}
      />
      {consultations.map((one) => (
        <Details summary={`${one.name}: ${one.answers === undefined ? 'what it was shown' : 'its answer, and what it was shown'}`}>
          {one.answers !== undefined && <SummaryList rows={answerRows(one.answers)} />}
          {one.answeredBy !== undefined && one.answeredAt !== undefined && <p class="govuk-body">Answered by {one.answeredBy}, {dateTimeWords(one.answeredAt)}.</p>}
          <p class="govuk-body">
            Shown: version {one.versionNo} of the plan, {plural(one.adviceIds.length, 'report')} and {plural(one.documentIds.length, 'other document')}.
          </p>
          {one.closedBecause !== undefined && <p class="govuk-body">Closed because: {one.closedBecause}</p>}
        </Details>
      ))}
    </>
  )
}

function Ways({ caseFile, one, tokens }: { caseFile: CaseFile; one: Consultation; tokens: FormTokens }) {
  const key = { ...caseFile.key, consultationId: one.id }
  return (
    <>
      {caseFile.open.includes('withdraw-consultation') && <a class="govuk-link" href={paths.withdrawConsultation(key)}>Close<span class="govuk-visually-hidden"> the consultation of {one.name}</span></a>}
      {one.answeredAt === undefined && caseFile.open.includes('chase-consultation') && (
        <Form tokens={tokens} action={paths.chaseConsultation(key)}>
          <Button variant="secondary" class="hub-small-button" preventDoubleClick>Remind<span class="govuk-visually-hidden"> {one.name}</span></Button>
        </Form>
      )}
    </>
  )
}
