import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { helpParts } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Permission } from '../../../domain/rights/rights-record.ts'
import { hasPassed } from '../../../domain/rights/rights-record.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, FileField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { helpWords } from '../words.ts'
import { waysSaid } from './form.ts'

export interface PermissionView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly isOfficers: boolean
  /** The young person themselves, not a deputy or attorney. */
  readonly isOwn: boolean
  readonly parent: { readonly personId: PersonId; readonly name: string; readonly relation: string }
  readonly now?: Permission
  readonly errors: FormErrors
  readonly values: FormValues
}

const waysSaidWords: Record<(typeof waysSaid)[number], string> = { 'in-person': 'In person', phone: 'By phone', email: 'By email', letter: 'By letter', interpreter: 'Through an interpreter' }

export function view(props: PermissionView) {
  const { frame, caseFile, today, isOfficers, isOwn, parent, errors, values } = props
  const { preferredName } = caseFile.child
  const title = isOfficers ? `What did ${preferredName} say about ${parent.name}?` : `What can ${parent.name} see and do?`
  const { rights } = caseFile
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRights(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {!isOfficers && (
          <>
            <p class="govuk-body">{isOwn ? 'You choose. You can change it on any day.' : `You choose this for ${preferredName}. You can change it on any day.`} {parent.name} keeps what they have had until now.</p>
            {!hasPassed(rights, today) && <p class="govuk-inset-text">This counts from {dateWords(rights.rightsOn)}. Until then your parents decide with you, as now.</p>}
            <p class="govuk-body">We will write to {parent.name} to say what they can see and do. We tell nobody else.</p>
          </>
        )}
        {isOfficers && <p class="govuk-body">Write down only what {preferredName} said for themselves. Ask about each parent apart, and not in front of them. {parent.name} gets a letter with what they may do, and not with how it was said.</p>}
        <Form tokens={frame.tokens} upload={isOfficers}>
          <CheckboxesField
            name="parts"
            legend={isOfficers ? `What may ${parent.name} do?` : `${parent.name} can:`}
            fieldset={{ legendSize: 'm' }}
            hint="Select all that apply"
            errors={errors}
            values={values}
            items={[
              ...helpParts.map((part) => ({ value: part, text: isOfficers ? helpWords[part].staff : helpWords[part].own, ...(isOfficers ? {} : { hint: helpWords[part].ownHint }) })),
              { divider: 'or' }, { value: 'none', text: 'Nothing new', exclusive: true },
            ]}
          />
          {isOfficers && <Officers {...props} />}
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

function Officers({ caseFile, errors, values }: PermissionView) {
  const audience = [`the ${caseFile.area.councilName} SEND team`, caseFile.child.preferredName]
  return (
    <>
      <DateField name="saidOn" legend="When did they say it?" errors={errors} values={values} />
      <RadiosField name="how" legend="How did they say it?" errors={errors} values={values} items={waysSaid.map((value) => ({ value, text: waysSaidWords[value] }))} />
      <TextAreaField
        name="words" label="How were they asked, and helped to answer?" hint="Who asked, where, with what help: pictures, signs, somebody they trust. Their own words where you have them."
        rows={4} maxLength={2000} whoCanSee={audience} errors={errors} values={values}
      />
      <FileField name="file" label="What shows it (optional)" hint="A note, a form or a recording of signs as a picture or PDF, up to 25MB" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} />
    </>
  )
}
