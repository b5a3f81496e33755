import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form, textOf } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Findable } from '../people-store.ts'
import type { FinalVersion } from '../version-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly version: FinalVersion | undefined
  readonly isOpen: boolean
  readonly search: string
  readonly found: readonly Findable[]
  /** Whom it is about to go to; undefined before somebody is chosen. */
  readonly card: RecipientCard | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Send the final plan to somebody else'

export function view({ frame, caseFile, version, isOpen, search, found, card, errors, values }: Props) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.deliveries(caseFile.key), text: 'Back to who has the plan' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {version === undefined || !isOpen
          ? <EmptyState title="There is no final plan in force"><p class="govuk-body">A plan can be sent on once it is issued.</p></EmptyState>
          : card !== undefined ? <CheckIt {...{ frame, caseFile, search, card, values }} /> : (
            <>
              <p class="govuk-body">
                For a professional, a service or a setting that comes to the case after {dateWords(version.issuedOn)}, when the plan was issued. They get a
                link to the whole plan, can see it from then on, and are asked again every five days until they open it.
              </p>
              <form method="get" role="search" class="hub-no-print">
                <TextField name="q" label="Name of the person, service or setting" hint="They must have an account here." whoCanSee="not kept" values={{ q: search }} />
                <Button variant="secondary">Search</Button>
              </form>
              {search !== '' && found.length === 0 && (
                <EmptyState title="Nobody found"><p class="govuk-body">Try part of the name. Somebody without an account is added to a service first.</p></EmptyState>
              )}
              {found.length > 0 && (
                <Form tokens={frame.tokens} action={paths.deliverPlan(caseFile.key)}>
                  <input type="hidden" name="q" value={search} />
                  <RadiosField name="who" legend="Who gets the plan?" errors={errors} values={values} items={found.map(({ key, name, about }) => ({ value: key, text: name, hint: about }))} />
                  <TextAreaField
                    name="reason" label="Why do they need it?" hint="For example, the child starts there on Monday, or they deliver section F from now on." rows={3} maxLength={1_000} threshold={75}
                    whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family']} errors={errors} values={values}
                  />
                  <Button>Continue</Button>
                </Form>
              )}
            </>
          )}
      </TwoThirds>
    </CasePage>
  )
}

/** The last look before it goes: who, by which way, and what they will see. */
function CheckIt({ frame, caseFile, search, card, values }: Pick<Props, 'frame' | 'caseFile' | 'search' | 'values'> & { readonly card: RecipientCard }) {
  return (
    <Form tokens={frame.tokens} action={paths.deliverPlan(caseFile.key)}>
      <RecipientCards caseKey={caseFile.key} cards={[card]} />
      <input type="hidden" name="q" value={search} />
      <input type="hidden" name="who" value={textOf(values, 'who')} />
      <input type="hidden" name="reason" value={textOf(values, 'reason')} />
      <p class="govuk-body">Why they need it: {textOf(values, 'reason')}</p>
      <div class="govuk-button-group">
        <Button name="step" value="send" preventDoubleClick>Send the plan</Button>
        <Button name="step" value="change" variant="secondary">Choose somebody else</Button>
      </div>
    </Form>
  )
}
