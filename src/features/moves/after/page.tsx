import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { AfterMove } from '../after-acts.ts'
import { recordAfterMove } from '../after-acts.ts'

const whats = ['attendance-impracticable', 'alternative-arranged', 'health-body-change-known', 'new-health-body-told', 'health-body-cannot-arrange', 'health-body-asked-council'] as const satisfies readonly AfterMove['what'][]
const longest = 200

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const title = 'What a move changes'
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <Form tokens={ask.frame.tokens}>
            <RadiosField
              name="what" legend="What happened?" errors={errors} values={values}
              items={[
                { value: 'attendance-impracticable', text: 'The child can no longer go to the setting in the plan', hint: 'Another place is found at once, until the plan is amended (Code of Practice, 9.157 to 9.161)' },
                { value: 'alternative-arranged', text: 'Another place was found until the plan is amended' },
                {
                  value: 'health-body-change-known', text: 'The health body changes', hint: 'Because of the move, or for another reason, such as a new GP. The old body tells the new one (SEND Regulations 2014, regulation 16)',
                  conditional: <DateField name="changes" legend="When does it change? (optional)" fieldset={{ legendSize: 's' }} errors={errors} values={values} />,
                },
                { value: 'new-health-body-told', text: 'The old health body told the new one' },
                { value: 'health-body-cannot-arrange', text: 'The new health body cannot practicably arrange the health provision in the plan', hint: 'It has 15 working days from the day on which it knew, and that day counts, to ask you to assess again or to review the plan (SEND Regulations 2014, regulation 16)' },
                {
                  value: 'health-body-asked-council', text: 'The new health body asked you to assess again or to review the plan', hint: 'You must do as it asks',
                  conditional: <RadiosField name="asksFor" legend="What did it ask for?" errors={errors} values={values} items={[{ value: 'review', text: 'A review of the plan' }, { value: 'assessment', text: 'A new assessment' }]} />,
                },
              ]}
            />
            <TextField name="name" label="Which setting or health body?" hint="The setting in the plan, the place that was found, or the new health body" whoCanSee={[`the team in ${caseFile.area.councilName}`, 'the family, where a place was found or health provision cannot be arranged']} errors={errors} values={values} />
            <DateField name="on" legend="On which day?" hint="When it was so, or when the old health body knew" errors={errors} values={values} />
            <Continue>Record it</Continue>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const today = await read(ask, async (tx) => tx.today)
  const what = whats.find((one) => one === ask.form.text('what'))
  const name = ask.form.text('name')
  const on = readDate(ask.form, 'on', { what: 'The day', latest: today })
  const saysChange = what === 'health-body-change-known' && ['day', 'month', 'year'].some((part) => ask.form.text(`changes-${part}`) !== '')
  const changes = saysChange ? readDate(ask.form, 'changes', { what: 'The day of the change' }) : undefined
  const asked = ask.form.text('asksFor')
  const asksFor = asked === 'review' || asked === 'assessment' ? asked : undefined
  const errors: FieldError[] = [
    ...(what === undefined ? [{ field: 'what', message: 'Select what happened' }] : []), ...(changes !== undefined && 'error' in changes ? [changes.error] : []),
    ...(what === 'health-body-asked-council' && asksFor === undefined ? [{ field: 'asksFor', message: 'Select what the health body asked for' }] : []),
    ...(name === '' ? [{ field: 'name', message: 'Enter the setting or the health body' }] : name.length > longest ? [{ field: 'name', message: 'The name must be 200 characters or fewer' }] : []),
    ...('error' in on ? [on.error] : []),
  ]
  if (what === undefined || errors.length > 0 || 'error' in on || (changes !== undefined && 'error' in changes)) return form(ask, errors, ask.form.values())
  const done = await recordAfterMove(ask, caseKeyOf(ask), what === 'health-body-change-known' ? { what, name, on: on.value, ...(changes === undefined ? {} : { changesOn: changes.value }) }
    : what === 'health-body-asked-council' ? { what, name, on: on.value, asksFor: asksFor ?? 'review' } : { what, name, on: on.value })
  if (done.ok) return redirect(paths.caseMove(caseKeyOf(ask), { done: 'recorded' }))
  const words = {
    'nothing-known': 'First record that the health body changes', 'can-arrange': 'First record that the health body cannot arrange the provision, and since when it knew', 'not-at-this-stage': 'This cannot be recorded at this stage of the case',
  } as const
  return form(ask, [{ field: 'what', message: words[done.refusal.kind] }], ask.form.values())
}
