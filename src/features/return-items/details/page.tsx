import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { findChildDetails } from '../../../casebook/family/family-rows.ts'
import { sexes } from '../../../domain/sen2/code-sets.ts'
import { ethnicities } from '../../../domain/sen2/ethnicities.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, SelectField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import type { ItemProps } from '../item-page.tsx'
import { ItemPage } from '../item-page.tsx'
import { childKeyOf, readForReturn } from '../open-items.ts'
import { capital } from '../words.ts'
import { recordDetails } from './record-details.ts'

const find = (ask: Ask) => readForReturn(ask, 'record-return-items', async (tx, caseFile) => ({ details: await findChildDetails(tx, childKeyOf(caseFile)) }))

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, details } = await find(ask)
  return page(view({ frame: ask.frame, caseFile, errors: [], values: { sex: details.sex ?? undefined, ethnicity: details.ethnicityCode ?? undefined } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile } = await find(ask)
  const [sex, ethnicity] = [ask.form.text('sex'), ask.form.text('ethnicity')]
  const errors: FieldError[] = [
    ...(sex === 'M' || sex === 'F' ? [] : [{ field: 'sex', message: 'Select the child’s sex' }]),
    ...(Object.hasOwn(ethnicities, ethnicity) ? [] : [{ field: 'ethnicity', message: 'Select the child’s ethnicity, or that it is not yet known' }]),
  ]
  if (errors.length > 0 || (sex !== 'M' && sex !== 'F')) return wrongForm(view({ frame: ask.frame, caseFile, errors, values: ask.form.values() }))
  await recordDetails(ask, caseKeyOf(ask), { sex, ethnicityCode: ethnicity })
  return redirect(paths.returnItems(caseFile.key, { done: 'recorded' }))
}

function view(props: ItemProps) {
  const { errors, values } = props
  return (
    <ItemPage {...props} title="Sex and ethnicity">
      <RadiosField name="sex" legend="Sex" hint="As in the school’s register" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={Object.entries(sexes).map(([value, words]) => ({ value, text: capital(words) }))} />
      <SelectField
        name="ethnicity" label="Ethnicity" hint="As the family says it. “Refused” and “Not yet obtained” are near the top of the list, after the main groups." errors={errors} values={values}
        items={[{ value: '', text: 'Choose one' }, ...Object.entries(ethnicities).map(([value, words]) => ({ value, text: words }))]}
      />
    </ItemPage>
  )
}
