import type { Area } from '../../../casebook/open-case-file.ts'
import type { TransferKind } from '../../../domain/transfer/phases.ts'
import { isTransferKind, transferKindWords } from '../../../domain/transfer/phases.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { CheckboxesField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { Setting } from '../wish-store.ts'
import type { CohortChild } from './bulk-store.ts'
import { mayBeAsked } from './prepare-many.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly year: number
  readonly kind: TransferKind | undefined
  readonly children: readonly CohortChild[]
  readonly settings: readonly Setting[]
  readonly search: string
  readonly hasMore: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, year, kind, children, settings, search, hasMore, errors, values }: Props) {
  const title = 'Consult settings for several children'
  const open = children.filter(({ stage }) => stage !== 'maintained')
  const notYet = children.filter(({ stage }) => stage === 'maintained')
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.transfers({ area: area.code }, { year, kind }), text: 'Phase transfers' }} councilName={area.councilName}>
      <TwoThirds>
        <span class="govuk-caption-l">{area.name}, transfers in {year}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Each setting is asked about each child by a notice of its own, with the proposed changes that the family has or, before they are sent, the plan in force. What the family wrote goes along from the child’s case alone, where you read it first.</p>
        {open.length === 0 ? <EmptyState title="No child can be chosen now."><p class="govuk-body">{mayBeAsked}.</p></EmptyState> : (
          <Form tokens={frame.tokens}>
            <input type="hidden" name="year" value={String(year)} />
            {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
            <CheckboxesField
              name="children" legend="Which children?" errors={errors} values={values}
              items={open.map((child) => ({ value: child.caseId as string, text: child.name, hint: [child.reference, isTransferKind(child.kind) ? transferKindWords[child.kind] : '', child.leaves ?? '', child.strictOn === null ? '' : `by ${dateWords(child.strictOn)}`, child.asked === 0 ? '' : `${plural(child.asked, 'setting')} asked`].filter((words) => words !== '').join(', ') }))}
            />
            <CheckboxesField name="settings" legend="Which settings?" errors={errors} values={values} items={settings.map(({ id, name, settingType }) => ({ value: id as string, text: name, ...(settingType === undefined ? {} : { hint: settingType }) }))} />
            {hasMore && <p class="govuk-hint">{search === '' ? 'This is only a part of the list.' : `There are more for “${search}”.`} Search by name or kind.</p>}
            <TextField name="q" label="Search settings by name or kind" whoCanSee="not kept" values={values} />
            <Button name="step" value="search" variant="secondary">Search</Button>
            <RadiosField
              name="withReports" legend="Do the professionals’ reports go along?" hint="A setting needs them to say what it can do. You choose them child by child on the next page; none goes that is kept from settings." errors={errors} values={values}
              items={[{ value: 'yes', text: 'Yes, the reports and the plan' }, { value: 'no', text: 'No, the plan alone' }]}
            />
            <div class="govuk-button-group"><Button name="step" value="check">Continue</Button></div>
            <p class="govuk-hint">You read what would be sent for each child before anything leaves.</p>
          </Form>
        )}
        {notYet.length > 0 && (
          <Details summary={`${plural(notYet.length, 'child', 'children')} who cannot be chosen yet`}>
            <p class="govuk-body">{mayBeAsked}.</p>
            <ul class="govuk-list govuk-list--bullet">{notYet.map((child) => <li><a class="govuk-link" href={paths.caseReviews({ area: area.code, caseId: child.caseId })}>{child.name}</a>, {child.reference}</li>)}</ul>
          </Details>
        )}
      </TwoThirds>
    </HubPage>
  )
}
