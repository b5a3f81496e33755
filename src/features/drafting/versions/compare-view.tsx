import type { VersionRow } from '../../../casebook/plan/plan-content.ts'
import type { LineDifference, PlanDifferences } from '../../../domain/plan/compare.ts'
import { isSamePlan } from '../../../domain/plan/compare.ts'
import type { LineId } from '../../../domain/ids.ts'
import type { Link, PlanContent, PlanLine, Source } from '../../../domain/plan/line.ts'
import { isSameValue } from '../../../domain/plan/same-value.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { plural } from '../../../ui/words.ts'
import { DraftPage, opening } from '../draft-page.tsx'
import { fieldChangeWords } from '../field-changes.ts'
import { fieldRows, linkWords } from '../field-words.ts'
import type { Draft } from '../open-draft.ts'
import type { Reports } from '../source-words.tsx'
import { SourceWords } from '../source-words.tsx'
import type { Side } from './side.ts'
import { CompareForm } from './view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly versions: readonly VersionRow[]
  readonly fromNo: string
  readonly toNo: string
  readonly from: Side
  readonly to: Side
  readonly reports: Reports
  readonly differences: PlanDifferences
}

const statusWords = { added: 'Added', removed: 'Taken out', changed: 'Changed', reordered: 'Moved', unchanged: 'Unchanged' } as const
const statusColours = { added: 'green', removed: 'orange', changed: 'blue', reordered: 'grey', unchanged: 'grey' } as const

const sideLine = (difference: LineDifference): PlanLine => (difference.status === 'removed' ? difference.before : difference.after)

function Sources({ before, after, reports, caseKey }: { before: readonly Source[]; after: readonly Source[]; reports: Reports; caseKey: CaseKey }) {
  const missing = (from: readonly Source[], other: readonly Source[]) => from.filter((source) => !other.some((each) => isSameValue(each, source)))
  return (
    <>
      {missing(after, before).map((source) => <li>Source added: <SourceWords source={source} reports={reports} caseKey={caseKey} withQuote={false} /></li>)}
      {missing(before, after).map((source) => <li>Source taken off: <SourceWords source={source} reports={reports} caseKey={caseKey} withQuote={false} /></li>)}
    </>
  )
}

function linkSentence(link: Link, lineId: LineId, contents: readonly PlanContent[]): string {
  const words = (id: LineId): string => opening(contents.flatMap(({ lines }) => lines).find((line) => line.id === id)?.text ?? 'a line', 8)
  return link.from === lineId ? `${linkWords[link.kind]} “${words(link.to)}”` : `“${words(link.from)}” ${linkWords[link.kind]}`
}

function Changes({ props, difference }: { props: Props; difference: LineDifference }) {
  if (difference.status === 'added' || difference.status === 'removed') {
    const line = sideLine(difference)
    return (
      <>
        <WordDiff before={difference.status === 'removed' ? line.text : ''} after={difference.status === 'added' ? line.text : ''} />
        {fieldRows(line.kind, line.fields).map(({ label, words }) => <p class="govuk-body-s govuk-!-margin-bottom-1">{label}: {words}</p>)}
      </>
    )
  }
  const { changes, before, after, isReordered } = difference
  const contents = [props.from.content, props.to.content]
  return (
    <>
      {changes.text === undefined ? <p class="govuk-body hub-line-text">{after.text}</p> : <WordDiff before={changes.text.before} after={changes.text.after} />}
      <ul class="govuk-list govuk-list--bullet">
        {changes.section !== undefined && <li>From section {changes.section.before} to section {changes.section.after}</li>}
        {isReordered && <li>Stands in another place among the lines of its section</li>}
        {fieldChangeWords(before.fields, after.fields).map((words) => <li>{words}</li>)}
        {changes.linksAdded.map((link) => <li>Link added: {linkSentence(link, difference.id, contents)}</li>)}
        {changes.linksRemoved.map((link) => <li>Link taken off: {linkSentence(link, difference.id, contents)}</li>)}
        {changes.sources !== undefined && <Sources before={changes.sources.before} after={changes.sources.after} reports={props.reports} caseKey={props.draft.caseFile.key} />}
      </ul>
    </>
  )
}

function SectionChanges({ props, section }: { props: Props; section: Section }) {
  const here = props.differences.lines.filter((difference) => difference.status !== 'unchanged' && sideLine(difference).section === section)
  if (here.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{section}: {sectionTitles[section]}</h2>
      {here.map((difference) => (
        <div class="hub-change">
          <p class="govuk-body govuk-!-margin-bottom-1"><Tag colour={statusColours[difference.status]}>{statusWords[difference.status]}</Tag></p>
          <Changes props={props} difference={difference} />
        </div>
      ))}
    </section>
  )
}

export function compareView(props: Props) {
  const { frame, draft, versions, fromNo, toNo, from, to, differences } = props
  const count = (status: LineDifference['status']): number => differences.lines.filter((each) => each.status === status).length
  return (
    <DraftPage frame={frame} draft={draft} title="What changed" here="versions" withClashes={false} back={{ href: paths.planVersions(draft.caseFile.key), text: 'Back to versions' }}>
      <p class="govuk-body">From {from.name} to {to.name}: {plural(count('added'), 'line')} added, {count('removed')} taken out, {count('changed')} changed, {count('reordered')} moved.</p>
      <div class="hub-screen-only"><CompareForm draft={draft} versions={versions} from={fromNo} to={toNo} /></div>
      {isSamePlan(differences) ? <EmptyState title="Nothing differs" /> : sections.map((section) => <SectionChanges props={props} section={section} />)}
    </DraftPage>
  )
}
