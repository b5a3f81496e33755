import type { LineId } from '../../../domain/ids.ts'
import { RadiosField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import { organisationKey } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import type { AskedOnPage } from './issue-form.ts'
import { fieldOf } from './providers.ts'

interface Props {
  readonly asked: AskedOnPage
  readonly targets: readonly Target[]
  readonly numbers: ReadonlyMap<LineId, string>
  readonly whoCanSee: readonly string[]
  readonly errors: FormErrors
  readonly values: FormValues
}

/** One question for each whom the plan names and nobody on the case answers to: nobody is passed over in silence, and no question holds the plan. */
export function Providers({ asked, targets, numbers, whoCanSee, errors, values }: Props) {
  if (asked.providers.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s" id="providers" tabindex={-1}>Named in the plan, and not found on the case</h3>
      <p class="govuk-body">Whoever delivers the plan must have it. Say of each who it is. Everybody you choose gets this plan when it is issued. Whom you cannot find now, leave open: they stand on the page of who has the plan, and you can send it to them from there.</p>
      {asked.providers.map((provider) => {
        const field = fieldOf(provider)
        const lines = listWords(provider.lineIds.map((id) => numbers.get(id) ?? ''))
        const shown = { errors, values }
        return (
          <RadiosField
            name={field} {...shown} small
            legend={provider.words === '' ? `Who delivers ${lines}? The plan does not say` : `Who is “${provider.words}” (${lines})?`}
            items={[
              ...provider.likely.map(({ id, name }) => ({ value: organisationKey(id), text: name })),
              { value: 'body', text: provider.likely.length === 0 ? 'A service or setting' : 'Another service or setting', conditional: (
                <SelectField name={`${field}-body`} label="Which one?" {...shown} items={[{ value: '', text: 'Choose one' }, ...asked.addable.map(({ id, name }) => ({ value: id, text: name }))]} />
              ) },
              { value: 'listed', text: 'Somebody who gets the plan anyway', conditional: (
                <SelectField name={`${field}-listed`} label="Who?" {...shown} items={[{ value: '', text: 'Choose one' }, ...targets.map(({ key, name, role }) => ({ value: key, text: `${name}, ${role}` }))]} />
              ) },
              { value: 'outside', text: 'Somebody who does not use the hub: they get it by post', conditional: (
                <TextField name={`${field}-outside`} label="Who are they, and how do they get it?" hint="For example: Hazel Lane Play Therapy, by post. It is written down that they have it." whoCanSee={[...whoCanSee, 'the family']} {...shown} />
              ) },
              { value: 'nobody', text: 'Nobody gets the plan for this', conditional: (
                <TextField name={`${field}-why`} label="Why?" hint="For example: the post is not filled yet. It is written down." whoCanSee={[...whoCanSee]} {...shown} />
              ) },
            ]}
          />
        )
      })}
    </>
  )
}
