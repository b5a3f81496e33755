import { placedSettings, residentialWeeks, workActivities } from '../../../domain/sen2/code-sets.ts'
import type { PlacedCode } from '../../../domain/sen2/place.ts'
import { asksForWords } from '../../../domain/sen2/place.ts'
import { DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { textOf } from '../../../ui/form.tsx'
import type { FoundSetting } from '../items-store.ts'
import { capital } from '../words.ts'
import { provisions, wordsField } from './place-form.ts'

interface Props {
  readonly legend: string
  readonly codes: readonly PlacedCode[]
  readonly found: readonly FoundSetting[]
  readonly mayEnd: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

/** Without scripts a setting is found with a button of its own: nothing is recorded, and what was typed stays. */
export function PlaceFields({ legend, codes, found, mayEnd, errors, values }: Props) {
  const q = textOf(values, 'q') ?? ''
  return (
    <>
      <RadiosField
        name="where" legend={legend} fieldset={{ legendSize: 's' }} errors={errors} values={values}
        items={[
          {
            value: 'setting', text: 'A school, nursery or college', conditional: (
              <>
                <TextField name="q" label="Find it by its name" whoCanSee="not kept" errors={errors} values={values} />
                <Button name="step" value="find" variant="secondary">Find</Button>
                {found.length > 0 ? <RadiosField name="setting" legend="Which one?" errors={errors} values={values} items={found.map(({ id, name, urn, ukprn }) => ({ value: id, text: name, hint: urn !== undefined ? `URN ${urn}` : ukprn !== undefined ? `UKPRN ${ukprn}` : 'No URN or UKPRN on file: the return cannot name it' }))} />
                  : q !== '' && <p class="govuk-body">No school, nursery or college has that in its name.</p>}
              </>
            ),
          },
          ...codes.map((code) => ({
            value: code, text: capital(placedSettings[code]),
            ...(asksForWords(code) ? { conditional: <TextField name={wordsField(code)} label="What is it?" hint="The return asks for it in words" whoCanSee="said above" errors={errors} values={values} /> } : {}),
          })),
        ]}
      />
      <RadiosField name="rank" legend="Is it the main place?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: '1', text: 'The main or only place' }, { value: '2', text: 'A second place beside the main one' }]} />
      <RadiosField name="provision" legend="What kind of place is it?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={Object.entries(provisions).map(([value, text]) => ({ value, text }))} />
      <RadiosField name="residential" legend="Is it residential?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'none', text: 'No' }, ...Object.entries(residentialWeeks).map(([value, words]) => ({ value, text: `Yes, ${words}` }))]} />
      <RadiosField name="workBased" legend="Is it work-based?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'none', text: 'No' }, ...Object.entries(workActivities).map(([value, words]) => ({ value, text: capital(words) }))]} />
      <DateField name="since" legend="Since when?" hint="The first day" fieldset={{ legendSize: 's' }} errors={errors} values={values} />
      {mayEnd && <DateField name="until" legend="Until when?" hint="The last day. Leave it empty while it goes on" fieldset={{ legendSize: 's' }} errors={errors} values={values} />}
    </>
  )
}
