import type { ListedAdvice } from '../../../casebook/plan/plan-content.ts'
import type { LineId } from '../../../domain/ids.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { sectionTitles, sections } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { ThreadGap } from '../../../domain/plan/thread.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords, plural } from '../../../ui/words.ts'
import { DraftPage, opening } from '../draft-page.tsx'
import type { LastChange, RemovedLine } from '../draft-store.ts'
import { gapWords } from '../gap-words.ts'
import { LineCard } from '../line-card.tsx'
import type { Draft } from '../open-draft.ts'
import type { Reports } from '../source-words.tsx'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { standardOf } from './standards.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly section: Section
  readonly reports: Reports
  readonly changes: ReadonlyMap<LineId, LastChange>
  readonly removed: readonly RemovedLine[]
  readonly proposals: ReadonlyMap<LineId | undefined, number>
  readonly gaps: readonly ThreadGap[]
  readonly advice: readonly ListedAdvice[]
}

export const sectionTitle = (section: Section): string => `Section ${section}: ${sectionTitles[section]}`

function AddLine({ draft, section }: Pick<Props, 'draft' | 'section'>) {
  const lines = linesOfSection(draft.content, section)
  if (!draft.mine.includes(section) || section === 'I') return null
  const key = { ...draft.caseFile.key, section }
  return (
    <div class="govuk-button-group">
      <Button href={paths.planAddLine(key)} variant="secondary">Add a line</Button>
      {kindsInSection[section].includes('none-identified') && lines.length === 0 && (
        <Button href={paths.planAddLine(key, { kind: 'none-identified' })} variant="secondary">Record that none is identified</Button>
      )}
    </div>
  )
}

function Removed({ draft, section, removed }: Pick<Props, 'draft' | 'section' | 'removed'>) {
  const here = removed.filter((line) => line.section === section)
  if (here.length === 0) return null
  return (
    <Details summary={`${plural(here.length, 'line')} taken out of this section`}>
      <ul class="govuk-list">
        {here.map(({ lineId, text, by, at }) => (
          <li><a class="govuk-link" href={paths.planLine({ ...draft.caseFile.key, lineId })}>{opening(text)}</a>, taken out by {by}, {dateTimeWords(at)}</li>
        ))}
      </ul>
    </Details>
  )
}

function SectionK({ draft, advice }: Pick<Props, 'draft' | 'advice'>) {
  return (
    <>
      <p class="govuk-body">This list makes itself from the advice and views that were given. It is printed with the plan.</p>
      {advice.length === 0 ? <EmptyState title="No advice has been given yet" /> : (
        <div class="moj-scrollable-pane">
          <Table
            caption="Advice and information" captionClass="govuk-visually-hidden"
            head={[{ content: 'What' }, { content: 'Who' }, { content: 'Dated' }]}
            rows={advice.map(({ title, author, role, dated, adviceId }) => [
              { content: draft.decides ? <a class="govuk-link" href={paths.advice({ ...draft.caseFile.key, adviceId })}>{title}</a> : title },
              { content: `${author}, ${role}` }, { content: dateWords(dated) },
            ])}
          />
        </div>
      )}
    </>
  )
}

function Turning({ draft, section }: Pick<Props, 'draft' | 'section'>) {
  const place = sections.indexOf(section)
  const before = sections[place - 1]
  const after = sections[place + 1]
  const href = (other: Section) => paths.planSection({ ...draft.caseFile.key, section: other })
  return (
    <nav class="hub-turning" aria-label="Sections before and after">
      {before !== undefined && <a class="govuk-link" href={href(before)}>Section {before}</a>}
      {after !== undefined && <a class="govuk-link" href={href(after)}>Section {after}</a>}
    </nav>
  )
}

export function view(props: Props) {
  const { frame, draft, section, reports, changes, proposals, gaps } = props
  const lines = linesOfSection(draft.content, section)
  const isBlank = gaps.some(({ kind }) => kind === 'section-blank')
  const contradicts = lines.some(({ kind }) => kind === 'none-identified') && lines.length > 1
  const standard = standardOf(section)
  return (
    <DraftPage frame={frame} draft={draft} title={sectionTitle(section)} here={section}>
      {standard !== undefined && <Details summary="What this section must say">{standard.words.map((words) => <p class="govuk-body">{words}</p>)}<p class="govuk-hint">{standard.cites}</p></Details>}
      {section === 'I' && (
        <InsetText>Section I stays blank in a draft, so that the family can ask for a setting first. The setting is named when the final plan is issued (Children and Families Act 2014, section 38(5)).</InsetText>
      )}
      {section === 'K' ? <SectionK {...props} /> : lines.map((line, place) => (
        <LineCard
          frame={frame} draft={draft} line={line} no={place + 1} change={changes.get(line.id)} reports={reports} notes={wordingNotes(line)}
          gaps={gaps.filter((gap) => 'lineId' in gap && gap.lineId === line.id)} proposals={proposals.get(line.id) ?? 0}
          isFirst={place === 0} isLast={place === lines.length - 1}
        />
      ))}
      {contradicts && <WarningText>This section says that nothing is identified, and also has lines. Remove one or the other.</WarningText>}
      {isBlank && <EmptyState title="This section says nothing yet"><p class="govuk-body">{gapWords['section-blank']}</p></EmptyState>}
      <AddLine draft={draft} section={section} />
      {!draft.mine.includes(section) && draft.mine.length > 0 && section !== 'K' && <p class="govuk-body">You do not write in this section. You write in {draft.mine.join(', ')}.</p>}
      <Removed {...props} />
      <Turning draft={draft} section={section} />
    </DraftPage>
  )
}
