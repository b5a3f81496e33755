import type { Area, CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

export const elsewhere = 'elsewhere'
export const longestName = 200

export function view({ frame, caseFile, areas, errors, values }: { readonly frame: PageFrame; readonly caseFile: CaseFile; readonly areas: readonly Area[]; readonly errors: FormErrors; readonly values: FormValues }) {
  const title = 'Record a move to another council'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Nothing is sent by this. Next you look at what would go.</p>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="to" legend="To which council?" errors={errors} values={values}
            items={[
              ...areas.map(({ id, councilName, name }) => ({ value: id, text: councilName, hint: `${name}. The record goes there through this hub` })),
              ...(areas.length === 0 ? [] : [{ divider: 'or' }]),
              {
                value: elsewhere, text: 'Another council', hint: 'You get a signed and locked file to give them by your council’s safe way',
                conditional: <TextField name="name" label="Name of the council" whoCanSee={[`the team in ${caseFile.area.councilName}`, 'the family', 'the new council']} errors={errors} values={values} />,
              },
            ]}
          />
          <DateField name="moves" legend="When does the child move?" hint="The first day in the other area, as far as you know it" errors={errors} values={values} />
          <DateField name="known" legend="When did the council know?" hint="The day on which anybody in the council was told. If that is 15 working days or more before the move, the plan is due on the day of the move" errors={errors} values={values} />
          <Continue>Record the move</Continue>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
