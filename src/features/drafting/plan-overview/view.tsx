import type { VersionRow } from '../../../casebook/plan/plan-content.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { LineId } from '../../../domain/ids.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { ThreadGap } from '../../../domain/plan/thread.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { dateTimeWords, listWords, plural } from '../../../ui/words.ts'
import { DraftPage } from '../draft-page.tsx'
import type { LastChange } from '../draft-store.ts'
import type { Draft } from '../open-draft.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly gaps: readonly ThreadGap[]
  readonly weak: readonly PlanLine[]
  readonly versions: readonly VersionRow[]
  readonly waiting: number
  readonly marked: number
  readonly changes: ReadonlyMap<LineId, LastChange>
  readonly proposals: ReadonlyMap<LineId | undefined, number>
}

const some = (count: number, one: string, many?: string): string => (count === 0 ? 'None' : plural(count, one, many))

function NextSteps({ draft, gaps, weak, waiting, marked, proposals }: Props) {
  const { key, open, parts } = draft.caseFile
  const asked = [...proposals.values()].reduce((sum, count) => sum + count, 0)
  const status = (count: number, words: string) => (count === 0 ? { status: 'Nothing waits' } : { statusTag: { colour: 'blue' as const, children: words } })
  return (
    <>
      <h2 class="govuk-heading-m">Next</h2>
      <TaskList
        idPrefix="next"
        items={[
          draft.decides && { title: 'Use the advice', href: paths.planAssemble(key), hint: `Every marked line of every report gets an answer: ${marked} in all`, ...status(waiting, `${waiting} waiting`) },
          { title: 'Follow the golden thread', href: paths.planThread(key), hint: 'Need, outcome and provision joined, each with its source', ...status(gaps.length, plural(gaps.length, 'gap')) },
          weak.length > 0 && { title: 'Look at wording that is not specific', href: `${paths.planThread(key)}#wording`, ...status(weak.length, plural(weak.length, 'line')) },
          mayLook('checks', parts) && { title: 'Check the plan', href: paths.planCheck(key), hint: 'What the law asks before a plan goes out' },
          open.includes('answer-proposal') && { title: 'Answer proposals', href: paths.proposals(key), ...status(asked, plural(asked, 'proposal')) },
          open.includes('share-draft') && { title: 'Send the draft to the family', href: paths.shareDraft(key) },
        ]}
      />
    </>
  )
}

function Versions({ draft, versions }: Pick<Props, 'draft' | 'versions'>) {
  const { key } = draft.caseFile
  const last = versions.at(-1)
  return (
    <p class="govuk-body hub-version-bar">
      {last === undefined ? 'No version is frozen yet. ' : <>Last frozen: <a class="govuk-link" href={paths.planVersion({ ...key, no: String(last.no) })}>version {last.no}, {last.label}</a>, {dateTimeWords(last.frozenAt)}. </>}
      {last !== undefined && <><a class="govuk-link" href={paths.planCompare(key, { from: last.no, to: 'now' })}>What has changed since</a>. </>}
      <a class="govuk-link" href={paths.planVersions(key)}>{draft.decides ? 'Freeze or compare versions' : 'See versions'}</a>
    </p>
  )
}

function rowOf(props: Props, section: Section) {
  const { draft, gaps, weak, changes, proposals } = props
  const lines = linesOfSection(draft.content, section)
  const here = new Set(lines.map(({ id }) => id))
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  const isBlank = gaps.some((gap) => gap.kind === 'section-blank' && gap.section === section)
  const toSettle = draft.clashes.filter(({ lineId }) => here.has(lineId)).length
  const asked = sum([...proposals].filter(([id]) => id !== undefined && here.has(id)).map(([, count]) => count))
  const last = lines.flatMap(({ id }) => changes.get(id) ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const broken = gaps.filter((gap) => gap.section === section && gap.kind !== 'section-blank').length
  const vague = weak.filter((line) => line.section === section).length
  const waits = [
    ...(isBlank ? ['says nothing yet'] : []), ...(broken > 0 ? [plural(broken, 'gap')] : []), ...(vague > 0 ? [`${vague} not specific`] : []),
    ...(toSettle > 0 ? [`${toSettle} to settle`] : []), ...(asked > 0 ? [plural(asked, 'proposal')] : []),
  ]
  const words = section === 'K' ? 'Listed' : section === 'I' && lines.length === 0 ? 'Blank in a draft'
    : lines.length > 0 && lines.every(({ kind }) => kind === 'none-identified') ? 'None identified' : some(lines.length, 'line')
  return [
    { content: <a class="govuk-link" href={paths.planSection({ ...draft.caseFile.key, section })}>{section}: {sectionTitles[section]}</a> },
    { content: words },
    { content: waits.length === 0 ? '' : listWords(waits) },
    { content: last === undefined ? '' : `${last.by}, ${dateTimeWords(last.at)}` },
  ]
}

export function view(props: Props) {
  const { frame, draft } = props
  const council = draft.decides ? undefined : draft.mine.length > 0 ? `You write in section ${listWords(draft.mine)}. You can read the rest.` : 'You can read this draft.'
  return (
    <DraftPage frame={frame} draft={draft} title="Draft plan" here="overview">
      {council !== undefined && <p class="govuk-body">{council}</p>}
      <Versions {...props} />
      {draft.content.lines.length === 0 && (
        <p class="govuk-body">Nothing is written yet. {draft.decides && <a class="govuk-link" href={paths.planAssemble(draft.caseFile.key)}>Begin with the advice</a>}</p>
      )}
      <div class="moj-scrollable-pane">
        <Table
          caption="Sections" captionSize="m" firstCellIsHeader
          head={[{ content: 'Section' }, { content: 'Lines' }, { content: 'To look at' }, { content: 'Last changed' }]}
          rows={sections.map((section) => rowOf(props, section))}
        />
      </div>
      <NextSteps {...props} />
    </DraftPage>
  )
}
