import type { VersionRow } from '../../../casebook/plan/plan-content.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import { DraftPage, draftAudience } from '../draft-page.tsx'
import type { Draft } from '../open-draft.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly versions: readonly VersionRow[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export const versionKinds: Record<VersionRow['kind'], string> = { working: 'Working version', draft: 'Draft sent to the family', final: 'Final plan' }

export function CompareForm({ draft, versions, from, to }: Pick<Props, 'draft' | 'versions'> & { from?: string; to?: string }) {
  const items = [{ value: 'now', text: 'The draft as it stands now' }, ...versions.toReversed().map(({ no, label }) => ({ value: String(no), text: `Version ${no}: ${label}` }))]
  return (
    <form method="get" action={paths.planCompare(draft.caseFile.key)} class="hub-compare-form">
      <Select name="from" label="Earlier" items={items} value={from ?? String(versions.at(-1)?.no ?? 'now')} />
      <Select name="to" label="Later" items={items} value={to ?? 'now'} />
      <Button variant="secondary">Compare</Button>
    </form>
  )
}

export function view({ frame, draft, versions, errors, values }: Props) {
  const { key } = draft.caseFile
  return (
    <DraftPage frame={frame} draft={draft} title="Versions" here="versions" errors={errors}>
      {draft.decides && (
        <Form tokens={frame.tokens}>
          <TextField name="label" label="Freeze the draft as it stands" hint="Name it by what it is for: “Before the meeting”. A frozen version never changes." class="govuk-input--width-20" errors={errors} values={values} whoCanSee={draftAudience} />
          <Button variant="secondary" preventDoubleClick>Freeze this version</Button>
        </Form>
      )}
      {versions.length === 0 ? <p class="govuk-body">No version is frozen yet.</p> : (
        <>
          <div class="moj-scrollable-pane">
            <Table
              caption="Frozen versions" captionSize="m" firstCellIsHeader head={[{ content: 'Version' }, { content: 'What it is' }, { content: 'Frozen' }, { content: 'What changed' }]}
              rows={versions.toReversed().map(({ no, label, kind, frozenAt, supersededOn }) => [
                { content: <a class="govuk-link" href={paths.planVersion({ ...key, no: String(no) })}>{no}: {label}</a> },
                { content: <>{versionKinds[kind]}{supersededOn !== undefined && <><br /><Tag colour="red">No longer in force</Tag></>}</> }, { content: dateTimeWords(frozenAt) },
                { content: <>
                  <a class="govuk-link" href={paths.planCompare(key, { from: no, to: 'now' })}>Since version {no}</a>
                  {no > 1 && <><br /><a class="govuk-link" href={paths.planCompare(key, { from: no - 1, to: no })}>From {no - 1} to {no}</a></>}
                </> },
              ])}
            />
          </div>
          <h2 class="govuk-heading-m">Compare any two</h2>
          <CompareForm draft={draft} versions={versions} />
        </>
      )}
    </DraftPage>
  )
}
