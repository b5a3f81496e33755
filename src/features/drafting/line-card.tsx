// One line of the draft as it is read among others: its words, the promise, where it comes from, what hangs on it, who wrote it.

import type { ComponentChildren } from 'preact'
import type { PlanLine } from '../../domain/plan/line.ts'
import { lockWords } from '../../domain/plan/locked-wording.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { ThreadGap } from '../../domain/plan/thread.ts'
import { neighboursOf } from '../../domain/plan/thread.ts'
import { paths } from '../../paths.ts'
import { Form } from '../../ui/form.tsx'
import { SummaryList } from '../../ui/govuk/summary-list.tsx'
import { Tag } from '../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../ui/words.ts'
import type { LastChange } from './draft-store.ts'
import { fieldRows, kindWords } from './field-words.ts'
import { opening } from './draft-page.tsx'
import type { Draft } from './open-draft.ts'
import type { Reports } from './source-words.tsx'
import { SourceWords } from './source-words.tsx'
import { gapWords } from './gap-words.ts'
import type { WordingNote } from '../../domain/plan/wording-notes.ts'

export function LineText({ text }: { text: string }) {
  return <>{text.split(/\n{2,}/u).map((paragraph) => <p class="govuk-body hub-line-text">{paragraph}</p>)}</>
}

export function LinkedLines({ draft, line }: { draft: Draft; line: PlanLine }) {
  const joined = neighboursOf(draft.content).get(line.id) ?? []
  if (joined.length === 0) return <>None</>
  return (
    <ul class="govuk-list hub-tight">
      {joined.map((other) => (
        <li>{kindWords[other.kind]} in {other.section}: <a class="govuk-link" href={`${paths.planSection({ ...draft.caseFile.key, section: other.section })}#line-${other.id}`}>{opening(other.text)}</a></li>
      ))}
    </ul>
  )
}

/** What the checks say of a line, each in its own sentence. */
export function Notes({ notes, gaps }: { notes: readonly WordingNote[]; gaps: readonly ThreadGap[] }) {
  if (notes.length + gaps.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet hub-notes">
      {notes.map(({ note, words, isEssential }) => <li>{words !== undefined && <q>{words}</q>}{words !== undefined && ': '}{note}{!isEssential && ' (worth adding)'}</li>)}
      {gaps.map((gap) => <li>{gapWords[gap.kind]}</li>)}
    </ul>
  )
}

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly line: PlanLine
  readonly no: number
  readonly change: LastChange | undefined
  readonly reports: Reports
  readonly notes: readonly WordingNote[]
  readonly gaps: readonly ThreadGap[]
  readonly proposals: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

export function LineCard({ frame, draft, line, no, change, reports, notes, gaps, proposals, isFirst, isLast }: Props) {
  const key = { ...draft.caseFile.key, lineId: line.id }
  const writes = draft.mine.includes(line.section)
  const hasThread = line.kind === 'need' || line.kind === 'outcome' || line.kind === 'provision' || line.kind === 'direct-payment'
  const clash = draft.clashes.find(({ lineId }) => lineId === line.id)
  const lock = draft.locks.find(({ lineId }) => lineId === line.id)
  const findings = notes.length + gaps.length
  const name = `${line.section}${no}`
  return (
    <article class="hub-plan-line" id={`line-${line.id}`} aria-labelledby={`name-${line.id}`}>
      <h2 class="govuk-heading-s hub-plan-line__name" id={`name-${line.id}`}>{name}{line.kind === 'none-identified' && ', none identified'}</h2>
      <LineText text={line.text} />
      <SummaryList
        class="hub-plan-line__facts"
        rows={[
          lock !== undefined && { key: 'Locked', value: <><Tag colour="purple" class="govuk-!-margin-bottom-1">{lockWords[lock.source]}</Tag><br />These words stay as they are until the amended plan is issued</> },
          ...fieldRows(line.kind, line.fields).map(({ label, words }) => ({ key: label, value: words })),
          line.kind !== 'none-identified' && { key: 'From', value: line.sources.length === 0 ? 'No source yet'
            : <ul class="govuk-list hub-tight">{line.sources.map((source) => <li><SourceWords source={source} reports={reports} caseKey={draft.caseFile.key} /></li>)}</ul> },
          hasThread && { key: 'Linked to', value: <LinkedLines draft={draft} line={line} /> },
          findings > 0 && { key: 'To look at', value: <Notes notes={notes} gaps={gaps} /> },
          proposals > 0 && { key: 'Proposals', value: <a class="govuk-link" href={paths.proposals(draft.caseFile.key)}>{plural(proposals, 'proposal')} to answer</a> },
          clash !== undefined && { key: 'To settle', value: <a class="govuk-link" href={paths.planLineClash({ ...key, keptId: clash.keptId })}>Two people changed this line: choose what it says</a> },
          change !== undefined && { key: 'Last changed', value: `${change.by}${change.organisation === undefined ? '' : `, ${change.organisation}`}, ${dateTimeWords(change.at)}` },
        ]}
      />
      {writes && <Actions frame={frame} draft={draft} line={line} name={name} isLocked={lock !== undefined} hasThread={hasThread} isFirst={isFirst} isLast={isLast} />}
      {!writes && draft.caseFile.open.includes('propose-change') && draft.caseFile.stage === 'draft-out' && (
        <p class="govuk-body"><a class="govuk-link" href={paths.proposeOnLine(key)}>Propose a change<Hidden> of {name}</Hidden></a></p>
      )}
    </article>
  )
}

const Hidden = ({ children }: { children: ComponentChildren }) => <span class="govuk-visually-hidden">{children}</span>

function Actions({ frame, draft, line, name, isLocked, hasThread, isFirst, isLast }: Pick<Props, 'frame' | 'draft' | 'line' | 'isFirst' | 'isLast'> & { name: string; isLocked: boolean; hasThread: boolean }) {
  const key = { ...draft.caseFile.key, lineId: line.id }
  const item = (text: string, href: string) => <li><a class="govuk-link" href={href}>{text}<Hidden> {name}</Hidden></a></li>
  const move = (to: 'up' | 'down') => (
    <li>
      <Form tokens={frame.tokens} action={paths.planLineMove(key)}>
        <input type="hidden" name="to" value={to} />
        <button type="submit" class="hub-link-button">Move {to}<Hidden> {name}</Hidden></button>
      </Form>
    </li>
  )
  const isAlone = line.kind === 'none-identified'
  return (
    <ul class="hub-line-actions">
      {item(isLocked ? 'Boxes and sources' : 'Change', paths.planLine(key))}
      {hasThread && item('Links', paths.planLineLinks(key))}
      {!isAlone && !isLocked && item('Split', paths.planLineSplit(key))}
      {!isAlone && !isLocked && item('Join', paths.planLineMerge(key))}
      {!isFirst && move('up')}
      {!isLast && move('down')}
      {!isAlone && !isLocked && item('Move to another section', paths.planLineMove(key))}
      {!isLocked && item('Remove', paths.planLineRemove(key))}
    </ul>
  )
}

/** "F3": section and place, as lines are spoken of at a meeting. */
export const lineName = (draft: Pick<Draft, 'content'>, line: { id: string; section: Section }): string =>
  `${line.section}${draft.content.lines.filter(({ section }) => section === line.section).findIndex(({ id }) => id === line.id) + 1}`
