import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import type { OwedBy } from '../../../domain/clocks/clock.ts'
import { explain } from '../../../domain/clocks/explain.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import type { Appeal, Disputes } from '../../../domain/disputes/disputes-of.ts'
import { appealRecords, appealRefusal, mediationRecords, mediationRefusal } from '../../../domain/disputes/disputes-of.ts'
import { appealResultWords, orderWords } from '../../../domain/disputes/dispute-words.ts'
import { lockWords } from '../../../domain/plan/locked-wording.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { OpenNotice } from '../clock-rows.ts'
import type { OrderedChange } from '../dispute-store.ts'
import { appealWords, mediationWords, noticeWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly notices: readonly OpenNotice[]
  readonly open: readonly ClockReading[]
  readonly disputes: Disputes
  readonly changes: readonly OrderedChange[]
  /** Why the days cannot be told. */
  readonly refused: readonly string[]
}

const holders: Partial<Record<OwedBy, string>> = { council: 'The council', family: 'The family', 'health-body': 'The health body', 'mediation-adviser': 'The mediation adviser', tribunal: 'The Tribunal', 'both-sides': 'Both sides', advisers: 'Those who advise', setting: 'The setting' }

export function councilView({ frame, caseFile, today, notices, open, disputes, changes, refused }: Props) {
  const title = 'Disagreements and appeals'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {refused.length > 0 && <WarningText>The dates cannot be worked out, because the record contradicts itself. {refused.join(' ')} <a class="govuk-link" href={paths.caseTimeline(caseFile.key)}>Put the wrong day right in the timeline</a></WarningText>}
      <section aria-labelledby="next-title">
        <h2 class="govuk-heading-m" id="next-title">What is next</h2>
        {open.length === 0 ? <EmptyState title="Nothing is due in a disagreement"><p class="govuk-body">When mediation, an appeal or an order is recorded, what the law asks and its last day stand here.</p></EmptyState> : (
          <Table
            caption="What the law asks now" captionSize="s" head={[{ content: 'What' }, { content: 'Who' }, { content: 'Last day by law' }]}
            rows={open.map((reading) => [
              { content: <>{reading.clock.title}<Details summary="Why this date" class="govuk-!-margin-bottom-0 govuk-!-margin-top-1"><p class="govuk-body">{explain(reading)}</p></Details></> },
              { content: holders[reading.owedBy] ?? reading.owedBy },
              { content: <LastDay reading={reading} today={today} /> },
            ])}
          />
        )}
      </section>
      <CanBeAppealed notices={notices} today={today} />
      <Mediation caseFile={caseFile} disputes={disputes} />
      <Appeals caseFile={caseFile} disputes={disputes} />
      <Orders caseFile={caseFile} changes={changes} />
      <Recommendations caseFile={caseFile} disputes={disputes} />
    </CasePage>
  )
}

function LastDay({ reading, today }: { reading: ClockReading; today: PlainDate }) {
  if (reading.dueOn === undefined) return <>{reading.clock.period.kind === 'no-period' ? 'No day is set' : 'Until the Tribunal has decided'}</>
  if (reading.clock.nature === 'floor') return <>Not before the end of {dateWords(reading.dueOn)}</>
  return (
    <>
      <ContextualDate due date={reading.dueOn} daysAway={daysBetween(today, reading.dueOn)} />
      {reading.isBreach && <><br /><Tag colour="red">{plural(reading.daysLate ?? 0, 'day')} late</Tag></>}
    </>
  )
}

function CanBeAppealed({ notices, today }: Pick<Props, 'notices' | 'today'>) {
  return (
    <section aria-labelledby="notices-title">
      <h2 class="govuk-heading-m" id="notices-title">What the family can appeal now</h2>
      {notices.length === 0 ? <p class="govuk-body">Nothing, by our count. The Tribunal decides whether an appeal is in time.</p> : (
        <Table
          caption="Letters that can be appealed" captionSize="s" head={[{ content: 'What was sent' }, { content: 'Contact the adviser by' }, { content: 'The Tribunal must have it by 5pm on' }]}
          rows={notices.map(({ reading, sentOn, appealBy, adviserBy, why }) => [
            { content: <>{noticeWords[reading.startFact.event.type]?.staff ?? 'A decision'}, sent {dateWords(sentOn)}</> },
            { content: adviserBy === undefined ? 'Done, or over' : dateWords(adviserBy) },
            { content: <><ContextualDate due date={appealBy} daysAway={daysBetween(today, appealBy)} /><Details summary="Why this date" class="govuk-!-margin-bottom-0 govuk-!-margin-top-1"><p class="govuk-body">{why}</p></Details></> },
          ])}
        />
      )}
    </section>
  )
}

/** What happened, as something to do: "Record: the hearing was listed". */
const recordWords = (title: string): string => `Record: ${title.charAt(0).toLowerCase()}${title.slice(1)}`

/** Ways to record what comes next. */
function Ways({ items }: { items: readonly { href: string; text: string }[] }) {
  return items.length === 0 ? null : <ul class="govuk-list">{items.map(({ href, text }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}</ul>
}

function Mediation({ caseFile, disputes }: Pick<Props, 'caseFile' | 'disputes'>) {
  const { mediation, certificate, agreements } = disputes
  const may = caseFile.open.includes('record-mediation')
  const row = (key: string, fact: RecordedFact) => ({ key, value: dateWords(fact.happenedOn) })
  const rows = [
    ...mediation.map((fact) => row(mediationWords[fact.type === 'mediation-step' ? fact.step : 'wanted'].title, fact)),
    ...(certificate === undefined ? [] : [row(mediationWords.certificate.title, certificate)]),
    ...agreements.map(({ made, done }) => ({ key: 'Agreement', value: `${dateWords(made.happenedOn)}${made.kind === undefined ? '' : `: ${orderWords[made.kind].staff.toLowerCase()}`}${made.otherDay === undefined ? '' : `, by ${dateWords(made.otherDay)}`}${done === undefined ? '' : `. Done ${dateWords(done.happenedOn)}`}` })),
  ]
  return (
    <section aria-labelledby="mediation-title">
      <h2 class="govuk-heading-m" id="mediation-title">Mediation</h2>
      {rows.length === 0 ? <p class="govuk-body">Nothing is recorded.</p> : <SummaryList rows={rows} />}
      {may && (
        <Details summary="Record a step of mediation">
          <Ways items={mediationRecords.filter((step) => mediationRefusal(step, disputes) === undefined).map((step) => ({ href: paths.mediationStep({ ...caseFile.key, step }), text: recordWords(mediationWords[step].title) }))} />
        </Details>
      )}
    </section>
  )
}

function appealRows({ lodged, steps, decided, conceded }: Appeal) {
  const flags = [lodged.sectionIOnly === true && 'about section I alone', lodged.isLate === true && 'late by our count', lodged.withoutCertificate === true && 'without a certificate that we know of'].filter((one) => one !== false)
  return [
    { key: 'The Tribunal received it', value: `${dateWords(lodged.happenedOn)}${flags.length === 0 ? '' : ` (${flags.join('; ')})`}` },
    { key: 'About', value: lodged.about },
    ...steps.map((fact) => ({
      key: appealWords[fact.step].title,
      value: [dateWords(fact.happenedOn), fact.respondBy !== undefined && `answer by ${dateWords(fact.respondBy)}`, fact.hearingOn !== undefined && `hearing on ${dateWords(fact.hearingOn)}`, fact.bundleBy !== undefined && `bundle by ${dateWords(fact.bundleBy)}`].filter((one) => one !== false).join('; '),
    })),
    ...(conceded === undefined ? [] : [{ key: 'Not opposed', value: `${dateWords(conceded.happenedOn)}${conceded.kind === undefined ? '' : `: ${orderWords[conceded.kind].staff.toLowerCase()}`}` }]),
    ...(decided === undefined ? [] : [{ key: 'Decided', value: `${dateWords(decided.happenedOn)}: ${appealResultWords[decided.result].toLowerCase()}` }]),
  ]
}

function Appeals({ caseFile, disputes }: Pick<Props, 'caseFile' | 'disputes'>) {
  const may = (name: 'record-appeal' | 'concede-appeal'): boolean => caseFile.open.includes(name)
  return (
    <section aria-labelledby="appeal-title">
      <h2 class="govuk-heading-m" id="appeal-title">Appeals</h2>
      {disputes.appeals.length === 0 && <p class="govuk-body">No appeal is recorded.</p>}
      {disputes.appeals.map((appeal) => <SummaryList card={{ title: `Appeal of ${dateWords(appeal.lodged.happenedOn)}` }} rows={appealRows(appeal)} />)}
      <Ways items={[
        ...(may('record-appeal') ? appealRecords.filter((step) => appealRefusal(step, disputes) === undefined).map((step) => ({ href: paths.appealStep({ ...caseFile.key, step }), text: recordWords(appealWords[step].title) })) : []),
        ...(may('concede-appeal') && disputes.appeals.some(({ isOpen }) => isOpen) ? [{ href: paths.concedeAppeal(caseFile.key), text: recordWords('The council does not oppose the appeal') }] : []),
      ]}
      />
    </section>
  )
}

function Orders({ caseFile, changes }: Pick<Props, 'caseFile' | 'changes'>) {
  return (
    <section aria-labelledby="orders-title">
      <h2 class="govuk-heading-m" id="orders-title">What was ordered, conceded or agreed</h2>
      {changes.length === 0 && <p class="govuk-body">Nothing is recorded.</p>}
      {changes.map(({ source, kind, madeOn, words, documentId, reviewId }) => (
        <SummaryList
          card={{ title: `${lockWords[source]}, ${dateWords(madeOn)}` }}
          rows={[
            kind !== undefined && { key: 'Kind', value: `${orderWords[kind].staff} (SEND Regulations 2014, ${orderWords[kind].law})` },
            words !== undefined && { key: 'Words', value: <Details summary="Read them" class="govuk-!-margin-bottom-0"><p class="govuk-body hub-letter__text">{words}</p></Details> },
            documentId !== undefined && { key: 'Document', value: <a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId })}>Open the document</a> },
            reviewId !== undefined && { key: 'In the plan', value: <a class="govuk-link" href={paths.orderedWords({ ...caseFile.key, reviewId })}>Words locked in the working document</a> },
            kind === 'dismiss-cease' && { key: 'The plan', value: <a class="govuk-link" href={paths.ceasing(caseFile.key)}>End the plan</a> },
            kind === 'reassess' && { key: 'What follows', value: <a class="govuk-link" href={paths.reassessments(caseFile.key)}>Tell the family and begin the reassessment</a> },
          ]}
        />
      ))}
      {caseFile.open.includes('record-order') && <Ways items={[{ href: paths.recordOrder(caseFile.key), text: 'Record an order of the Tribunal' }]} />}
    </section>
  )
}

function Recommendations({ caseFile, disputes: { recommendations } }: Pick<Props, 'caseFile' | 'disputes'>) {
  return (
    <section aria-labelledby="recommendations-title">
      <h2 class="govuk-heading-m" id="recommendations-title">Recommendations on health and social care</h2>
      {recommendations.length === 0 ? <p class="govuk-body">None is recorded.</p> : (
        <SummaryList rows={recommendations.map(({ received, answered }) => ({ key: received.to === 'health' ? 'Health care' : 'Social care', value: `Sent ${dateWords(received.happenedOn)}. ${answered === undefined ? 'Not answered yet' : `Answered in writing ${dateWords(answered.happenedOn)}`}` }))} />
      )}
      {caseFile.open.includes('record-recommendation') && <Ways items={[{ href: paths.recommendation(caseFile.key), text: 'Record a recommendation, or its answer' }]} />}
    </section>
  )
}
