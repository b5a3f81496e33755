import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../../../domain/case-file/facts.ts'
import { cessationClause, notGrounds } from '../../../domain/ceasing/cease-codes.ts'
import type { Ceasing, KeptUntil } from '../../../domain/ceasing/ceasing-of.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { untilWords } from '../../../ui/plan-ending.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { KeptCeasing } from '../ceasing-store.ts'
import { groundWords } from '../words.ts'

interface OfOne { readonly ceasing: Ceasing; readonly kept: KeptCeasing | undefined }

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open?: OfOne
  readonly until?: KeptUntil
  /** Nobody can appeal any more. */
  readonly mayEnd: boolean
  readonly ended?: RecordedFact<Extract<Fact, { type: 'plan-ceased' }>>
  /** A review was decided so on this day, and the road of regulation 31 was not gone. */
  readonly decidedAtReviewOn?: PlainDate
  readonly earlier: readonly OfOne[]
}

export function view({ frame, caseFile, open, until, mayEnd, ended, decidedAtReviewOn, earlier }: Props) {
  const title = 'Ending the plan'
  const { key } = caseFile
  const may = (act: Parameters<typeof caseFile.open.includes>[0]): boolean => caseFile.open.includes(act)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {ended !== undefined && (
          <InsetText>
            The plan ended on {dateWords(ended.happenedOn)}: {cessationClause(ended.code)} (SEN2 code {ended.code}). The record stays for as long as the law asks.
            {may('restore-plan') && <><br /><a class="govuk-link" href={paths.restorePlan(key)}>It should not have ended: put it back in force</a></>}
          </InsetText>
        )}
        {decidedAtReviewOn !== undefined && ended === undefined && (
          <WarningText>A review was decided on {dateWords(decidedAtReviewOn)}: cease the plan. That ends nothing yet. The family and the setting must be consulted and a notice sent, which says how to appeal.</WarningText>
        )}
        {open === undefined && ended === undefined && (
          <>
            <p class="govuk-body">Nobody is considering ending this plan. The law has two grounds, and no other: the council is no longer responsible, or a plan is no longer necessary.</p>
            <NotGrounds />
            {may('consider-ceasing') && <Button href={paths.considerCeasing(key)}>Consider ending the plan</Button>}
          </>
        )}
        {open !== undefined && <Steps caseFile={caseFile} {...open} />}
        {open?.ceasing.notified !== undefined && until !== undefined && (
          <p class="govuk-body">
            <strong>It stays in force {untilWords(until)}.</strong>{' '}
            {until.kind === 'time-to-appeal' && `It may end from ${dateWords(until.mayEndFrom)}.`} All provision in it must be made until then (Children and Families Act 2014, ss.42, 45(4)).
          </p>
        )}
        {open !== undefined && ended === undefined && (
          <div class="govuk-button-group">
            {open.ceasing.consulted === undefined && open.ceasing.notified === undefined && may('record-ceasing-consultation') && <Button href={paths.ceasingConsulted(key)}>Record what they said</Button>}
            {open.ceasing.notified === undefined && may('decide-ceasing') && <Button href={paths.decideCeasing(key)} {...(open.ceasing.consulted === undefined ? { variant: 'secondary' as const } : {})}>Decide whether to end the plan</Button>}
            {mayEnd && may('end-plan') && <Button href={paths.endPlan(key)}>End the plan</Button>}
          </div>
        )}
        {ended === undefined && may('end-plan-without-decision') && (
          <p class="govuk-body"><a class="govuk-link" href={paths.endPlanWithoutDecision(key)}>The plan ended without a decision: death, leaving England, or 25</a></p>
        )}
        {earlier.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Considered before</h2>
            {earlier.map((one) => <Steps caseFile={caseFile} {...one} />)}
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

export const NotGrounds = () => (
  <Details summary="What is no ground">
    <ul class="govuk-list govuk-list--bullet">{notGrounds.map((one) => <li>{one}</li>)}</ul>
    <p class="govuk-body">Under 18 a plan ends only if it is no longer needed: somebody who is out of education or training is helped back (SEND Regulations 2014, regs 29, 30).</p>
  </Details>
)

function Steps({ ceasing: { considered, consulted, notified, dropped, ceased }, kept }: OfOne & { caseFile: CaseFile }) {
  return (
    <SummaryList
      card={{ title: `Considered on ${dateWords(considered.happenedOn)}` }}
      rows={[
        { key: 'Ground', value: groundWords[notified?.ground ?? considered.ground].title },
        { key: 'Why', value: <span class="hub-letter__text">{kept?.why ?? ''}</span> },
        consulted === undefined
          ? { key: 'Consulted', value: 'Not recorded yet: before deciding (regulation 31(1))' }
          : { key: 'Consulted', value: `By ${dateWords(consulted.happenedOn)}` },
        consulted !== undefined && { key: 'The family said', value: <span class="hub-letter__text">{kept?.familySaid ?? 'No answer'}</span> },
        consulted !== undefined && { key: 'The setting said', value: <span class="hub-letter__text">{kept?.settingSaid ?? (consulted.setting === 'none' ? 'There is no setting' : 'No answer')}</span> },
        notified !== undefined && { key: 'Decided to end', value: <>{dateWords(notified.happenedOn)}{kept?.decidedBy !== undefined && `, by ${kept.decidedBy}`}. SEN2 code {notified.code}: {cessationClause(notified.code)}<br /><span class="hub-letter__text">{kept?.reasons ?? ''}</span></> },
        dropped !== undefined && { key: 'Kept', value: <>{dateWords(dropped.happenedOn)}<br /><span class="hub-letter__text">{dropped.because === 'decided' ? kept?.reasons ?? '' : 'As the Tribunal ordered, or as was agreed'}</span></> },
        ceased !== undefined && { key: 'Ended', value: dateWords(ceased.happenedOn) },
      ]}
    />
  )
}
