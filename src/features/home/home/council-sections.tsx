import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { CaseRow } from '../case-rows-store.ts'
import { DueDate, Section, StageTag, childCell, nextWords } from '../case-table.tsx'
import type { WorkRow } from '../home-store.ts'

export function Unassigned({ rows, today }: { rows: readonly CaseRow[]; today: PlainDate }) {
  return (
    <Section title="New requests without an officer" id="unassigned" count={rows.length} empty="Every case has its officer.">
      <Table
        caption="Cases that nobody looks after"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Received' }, { content: 'Due' }, { content: 'What to do' }]}
        rows={rows.map((row) => [
          childCell(row), { content: row.receivedOn === undefined ? '' : dateWords(row.receivedOn) }, { content: <DueDate row={row} today={today} /> },
          { content: <a class="govuk-link" href={paths.caseAssignOfficer(row.key)}>Assign<span class="govuk-visually-hidden"> {row.name} to an officer</span></a> },
        ])}
      />
    </Section>
  )
}

/** What a decision-maker is waited for, by stage: the words, and where it is done. */
function decisionOf(row: WorkRow): { words: string; href: string; note?: string } {
  if (row.nextStep === 'advice') return { words: 'Release missing advice, or chase it', href: paths.adviceList(row.key) }
  if (row.stage === 'considering') {
    return { words: 'Decide whether to assess', href: paths.decideAssessment(row.key), note: row.panelAdvisedOn === undefined ? 'The panel has not advised' : `Panel advised on ${dateWords(row.panelAdvisedOn)}` }
  }
  if (row.stage === 'assessing') {
    return { words: 'Decide whether to issue a plan', href: paths.decidePlan(row.key), note: row.panelAdvisedOn === undefined ? 'All advice is in' : `Panel advised on ${dateWords(row.panelAdvisedOn)}` }
  }
  if (row.stage === 'reviewing' || row.stage === 'amending') return { words: nextWords(row), href: paths.amendments(row.key) }
  return { words: 'Check and issue the final plan', href: paths.issueFinal(row.key), note: 'Every setting consulted has answered' }
}

export function Decisions({ rows, today }: { rows: readonly WorkRow[]; today: PlainDate }) {
  return (
    <Section title="Waiting for a decision" id="decisions" count={rows.length} empty="Nothing waits for a decision of yours.">
      <Table
        caption="Cases that wait for a decision, the earliest day first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Decision' }, { content: 'Officer' }, { content: 'Due' }, { content: 'Stage' }]}
        rows={rows.map((row) => {
          const decision = decisionOf(row)
          return [
            childCell(row),
            { content: <><a class="govuk-link" href={decision.href}>{decision.words}<span class="govuk-visually-hidden"> for {row.name}</span></a>{decision.note && <><br /><span class="hub-quiet">{decision.note}</span></>}</> },
            { content: row.officer ?? 'Nobody yet' }, { content: <DueDate row={row} today={today} /> }, { content: <StageTag stage={row.stage} /> },
          ]
        })}
      />
    </Section>
  )
}

export function Drafts({ rows, today }: { rows: readonly WorkRow[]; today: PlainDate }) {
  return (
    <Section title="Drafts" id="drafts" count={rows.length} empty="No draft is being written.">
      <Table
        caption="Draft plans, the earliest day first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Next' }, { content: 'Comments to answer', format: 'numeric' }, { content: 'Due' }, { content: 'Stage' }]}
        rows={rows.map((row) => [
          childCell(row, paths.plan(row.key)), { content: nextWords(row) },
          { content: row.openProposals > 0 ? <a class="govuk-link" href={paths.proposals(row.key)}>{row.openProposals}<span class="govuk-visually-hidden"> about {row.name}</span></a> : 0, format: 'numeric' },
          { content: <DueDate row={row} today={today} /> }, { content: <StageTag stage={row.stage} /> },
        ])}
      />
    </Section>
  )
}
