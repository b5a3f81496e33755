import type { LineNow } from '../../../casebook/plan/line-rows.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import type { LockedWording } from '../../../domain/plan/locked-wording.ts'
import { lockWords } from '../../../domain/plan/locked-wording.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { threadGaps } from '../../../domain/plan/thread.ts'
import { paths } from '../../../paths.ts'
import { SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import { DraftPage, draftAudience } from '../draft-page.tsx'
import type { PastRevision, SourceRow } from '../draft-store.ts'
import { LineFieldBoxes } from '../line-fields/view.tsx'
import { longestText } from '../line-fields/form.ts'
import { LinkedLines, LineText, Notes, lineName } from '../line-card.tsx'
import type { Draft } from '../open-draft.ts'
import type { Reports } from '../source-words.tsx'
import { SourceWords } from '../source-words.tsx'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { LineHistoryList } from './history.tsx'

export interface EditView {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly line: LineNow
  readonly base: number
  readonly history: readonly PastRevision[]
  readonly reports: Reports
  readonly sources: readonly SourceRow[]
  readonly errors: FormErrors
  readonly values: FormValues
}

function EditForm({ frame, draft, line, base, history, errors, values }: EditView) {
  const { wording } = line.latest
  const key = { ...draft.caseFile.key, lineId: line.id }
  const choices = sections.filter((section) => section === wording.section || (draft.mine.includes(section) && section !== 'I' && kindsInSection[section].includes(line.kind)))
  const notes = wordingNotes({ kind: line.kind, ...wording })
  const gaps = threadGaps(draft.content).filter((gap) => 'lineId' in gap && gap.lineId === line.id)
  const last = history.at(-1)
  const lock = draft.locks.find(({ lineId }) => lineId === line.id)
  return (
    <Form tokens={frame.tokens} id="line-form" class="hub-line-form">
      <div data-hub-autosave={paths.planLineAutosave(key)} data-hub-wait="2000" data-hub-longest-wait="8000">
        <input type="hidden" name="base" value={base} />
        {lock?.words === undefined ? (
          <TextAreaField
            name="text" label="The words of the line" labelOptions={{ class: 'govuk-label--m' }} rows={7} maxLength={longestText} threshold={75}
            errors={errors} values={values} whoCanSee={draftAudience}
          />
        ) : <LockedWords lock={lock} />}
        {notes.length + gaps.length > 0 && (
          <InsetText class="hub-notes-box">
            <p class="govuk-body govuk-!-font-weight-bold">To look at, as saved</p>
            <Notes notes={notes} gaps={gaps} />
          </InsetText>
        )}
        <LineFieldBoxes kind={line.kind} errors={errors} values={values} fields={wording.fields} />
        {choices.length > 1 && lock === undefined && (
          <SelectField name="section" label="Section" errors={errors} values={values} items={choices.map((section) => ({ value: section, text: `${section}: ${sectionTitles[section]}` }))} />
        )}
        <p class="govuk-body hub-saved" role="status" data-hub-saved>{last !== undefined && `Last saved ${dateTimeWords(last.at)}.`}</p>
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={`${paths.planSection({ ...draft.caseFile.key, section: wording.section })}#line-${line.id}`}>Back to section {wording.section}</a>
        </div>
      </div>
    </Form>
  )
}

/** Read, not written: what the boxes say beside them must be what was ordered. */
const LockedWords = ({ lock }: { lock: LockedWording }) => (
  <>
    <h2 class="govuk-heading-m" id="text">{lockWords[lock.source]}</h2>
    <InsetText class="hub-line-text">{lock.words}</InsetText>
    <p class="govuk-body">These words stay to the letter until the amended plan is issued. The boxes below are yours to fill in from them.</p>
    <input type="hidden" name="text" value={lock.words} />
  </>
)

function Sources({ frame, draft, line, reports, sources, mayWrite }: EditView & { mayWrite: boolean }) {
  const action = paths.planLineSource({ ...draft.caseFile.key, lineId: line.id })
  return (
    <>
      <h2 class="govuk-heading-m">Where the words come from</h2>
      {sources.length === 0 ? <p class="govuk-body">No source yet.</p> : (
        <ul class="govuk-list govuk-list--spaced">
          {sources.map(({ id, source }) => (
            <li>
              <SourceWords source={source} reports={reports} caseKey={draft.caseFile.key} />
              {mayWrite && (
                <Form tokens={frame.tokens} action={action}>
                  <input type="hidden" name="remove" value={id} />
                  <button type="submit" class="hub-link-button">Take off this source</button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <p class="govuk-body"><a class="govuk-link" href={action}>Add another source</a></p>}
    </>
  )
}

export function view(props: EditView) {
  const { frame, draft, line, history, errors } = props
  const { wording, isRemoved } = line.latest
  const { section } = wording
  const mayWrite = draft.mine.includes(section)
  const live = draft.content.lines.find(({ id }) => id === line.id)
  const title = isRemoved ? 'A line that was taken out' : `${mayWrite ? 'Change' : 'Read'} ${lineName(draft, { id: line.id, section })}`
  const others = draft.present.filter(({ lineId }) => lineId === line.id)
  return (
    <DraftPage
      frame={frame} draft={draft} title={title} here={section} errors={errors} on={line.id} caption={`Section ${section}: ${sectionTitles[section]}`}
      back={{ href: paths.planSection({ ...draft.caseFile.key, section }), text: `Back to section ${section}` }}
    >
      {others.length > 0 && <WarningText>{others.map(({ name }) => name).join(' and ')} {others.length === 1 ? 'is' : 'are'} on this line too. If you both change it, both texts are kept and you choose.</WarningText>}
      {mayWrite && !isRemoved ? <EditForm {...props} /> : <LineText text={wording.text} />}
      {isRemoved && <p class="govuk-body">This line is not in the draft. {mayWrite && 'Its last wording can be brought back below.'}</p>}
      {live !== undefined && line.kind !== 'none-identified' && line.kind !== 'view' && (
        <>
          <h2 class="govuk-heading-m">Linked to</h2>
          <LinkedLines draft={draft} line={live} />
          {mayWrite && <p class="govuk-body"><a class="govuk-link" href={paths.planLineLinks({ ...draft.caseFile.key, lineId: line.id })}>Change the links</a></p>}
        </>
      )}
      {!isRemoved && line.kind !== 'none-identified' && <Sources {...props} mayWrite={mayWrite} />}
      <Details summary={`History of this line: ${plural(history.length, 'wording')}`} open={isRemoved}>
        <LineHistoryList frame={frame} draft={draft} lineId={line.id} history={history} mayBringBack={mayWrite} />
      </Details>
    </DraftPage>
  )
}
