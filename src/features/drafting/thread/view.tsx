import type { PlanLine } from '../../../domain/plan/line.ts'
import { linesInOrder } from '../../../domain/plan/plan-order.ts'
import type { Joined, ThreadGap, ThreadGapKind } from '../../../domain/plan/thread.ts'
import { neighboursOf, threadGapKinds, threadOf } from '../../../domain/plan/thread.ts'
import type { WhatBecame } from '../../../domain/plan/what-became-of.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { plural } from '../../../ui/words.ts'
import type { MarkedLine } from '../advice-line-store.ts'
import { Became } from '../assemble/decide-line.tsx'
import { DraftPage, opening } from '../draft-page.tsx'
import { Notes, lineName } from '../line-card.tsx'
import type { Draft } from '../open-draft.ts'
import type { WordingNote } from '../../../domain/plan/wording-notes.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly gaps: readonly ThreadGap[]
  readonly unused: readonly { line: MarkedLine; became: WhatBecame }[]
  readonly wording: readonly { line: PlanLine; notes: readonly WordingNote[] }[]
}

function LineLink({ draft, line, words = 12 }: { draft: Draft; line: PlanLine; words?: number }) {
  return <><a class="govuk-link" href={`${paths.planSection({ ...draft.caseFile.key, section: line.section })}#line-${line.id}`}>{lineName(draft, line)}</a> {opening(line.text, words)}</>
}

function Column({ draft, lines, none }: { draft: Draft; lines: readonly PlanLine[]; none: string }) {
  if (lines.length === 0) return <strong class="hub-broken">{none}</strong>
  return <ul class="govuk-list hub-tight">{lines.map((line) => <li><LineLink draft={draft} line={line} /></li>)}</ul>
}

const linesOf = (joined: readonly Joined[]): PlanLine[] => joined.map(({ line }) => line)

function ThreadTable({ draft }: { draft: Draft }) {
  const { content } = draft
  const needs = linesInOrder(content.lines.filter(({ kind }) => kind === 'need'))
  const rows = needs.flatMap((need) => {
    const thread = threadOf(content, need.id)
    return thread === undefined ? [] : [[
      { content: <LineLink draft={draft} line={need} /> },
      { content: <Column draft={draft} lines={linesOf(thread.outcomes)} none="No outcome" /> },
      { content: <Column draft={draft} lines={[...linesOf(thread.provision), ...linesOf(thread.directPayments)]} none="No provision" /> },
    ]]
  })
  const neighbours = neighboursOf(content)
  const loose = linesInOrder(content.lines.filter((line) =>
    (line.kind === 'outcome' || line.kind === 'provision') && !(threadOf(content, line.id)?.needs.length)))
  return (
    <>
      <div class="moj-scrollable-pane">
        <Table caption="From need to provision" captionSize="m" head={[{ content: 'Need' }, { content: 'Outcome' }, { content: 'Provision' }]} rows={rows} class="hub-thread" />
      </div>
      {needs.length === 0 && <EmptyState title="No needs are written yet" />}
      {loose.length > 0 && (
        <>
          <h2 class="govuk-heading-m">On no need’s thread</h2>
          <ul class="govuk-list govuk-list--spaced">
            {loose.map((line) => <li><LineLink draft={draft} line={line} /> {(neighbours.get(line.id)?.length ?? 0) === 0 && <strong class="hub-broken">Linked to nothing</strong>}</li>)}
          </ul>
        </>
      )}
    </>
  )
}

const gapTitles: Record<ThreadGapKind, string> = {
  'need-without-provision': 'Needs with no provision', 'need-without-outcome': 'Needs with no outcome', 'outcome-without-need': 'Outcomes that answer no need',
  'outcome-without-provision': 'Outcomes that no provision serves', 'provision-without-need': 'Provision that meets no need',
  'provision-without-outcome': 'Provision that serves no outcome', 'line-without-source': 'Lines with no source', 'section-blank': 'Sections that say nothing',
  'link-astray': 'Links that join nothing',
}

function Gaps({ draft, gaps }: Pick<Props, 'draft' | 'gaps'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Gaps</h2>
      {gaps.length === 0 && <p class="govuk-body">There are no gaps: each need leads to an outcome and has provision, and each line has its source.</p>}
      {threadGapKinds.filter((kind) => gaps.some((gap) => gap.kind === kind)).map((kind) => {
        const here = gaps.filter((gap) => gap.kind === kind)
        return (
          <Details summary={`${gapTitles[kind]}: ${here.length}`} open={here.length <= 10}>
            <ul class="govuk-list govuk-list--spaced">
              {here.map((gap) => {
                if (!('lineId' in gap)) return <li><a class="govuk-link" href={paths.planSection({ ...draft.caseFile.key, section: gap.section })}>{gap.section}: {sectionTitles[gap.section]}</a></li>
                const line = draft.content.lines.find(({ id }) => id === gap.lineId)
                if (line === undefined) return null
                const links = kind === 'line-without-source' ? paths.planLineSource : paths.planLineLinks
                return (
                  <li>
                    <LineLink draft={draft} line={line} />{' '}
                    {draft.mine.includes(line.section) && <a class="govuk-link" href={links({ ...draft.caseFile.key, lineId: line.id })}>{kind === 'line-without-source' ? 'Add a source' : 'Change links'}<span class="govuk-visually-hidden"> of {lineName(draft, line)}</span></a>}
                  </li>
                )
              })}
            </ul>
          </Details>
        )
      })}
    </>
  )
}

export function view({ frame, draft, gaps, unused, wording }: Props) {
  return (
    <DraftPage frame={frame} draft={draft} title="Golden thread" here="thread">
      <p class="govuk-body">Each need leads to an outcome, and provision meets the need and serves the outcome. What is broken is listed; only a person can mend it.</p>
      <ThreadTable draft={draft} />
      <Gaps draft={draft} gaps={gaps} />
      <h2 class="govuk-heading-m" id="wording">Wording to look at</h2>
      {wording.length === 0 ? <p class="govuk-body">The check finds no line that is not specific.</p> : (
        <Details summary={plural(wording.length, 'line')} open={wording.length <= 10}>
          {wording.map(({ line, notes }) => <><p class="govuk-body govuk-!-margin-bottom-1"><LineLink draft={draft} line={line} /></p><Notes notes={notes} gaps={[]} /></>)}
        </Details>
      )}
      {draft.decides && (
        <>
          <h2 class="govuk-heading-m">Advice that is not in the plan</h2>
          {unused.length === 0 ? <p class="govuk-body">Every marked line of the advice is in the plan.</p> : (
            <Details summary={plural(unused.length, 'line')} open={unused.length <= 10}>
              {unused.map(({ line, became }) => (
                <>
                  <p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link" href={paths.planAssembleLine({ ...draft.caseFile.key, adviceLineId: line.id })}>{opening(line.text, 16)}</a>, {line.report.author}</p>
                  <Became draft={draft} became={became} />
                </>
              ))}
            </Details>
          )}
        </>
      )}
    </DraftPage>
  )
}
