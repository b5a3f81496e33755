import type { TransferKind } from '../../../domain/transfer/phases.ts'
import { transferKinds, transferKindWords } from '../../../domain/transfer/phases.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'

export const longestReason = 500

const hints: Partial<Record<TransferKind, string>> = {
  'secondary-to-post-16': 'Before 31 March. To a college, a sixth form of another school, an apprenticeship', 'post-16-to-post-16': 'At least five months before the day of the move. Enter the day below',
  'same-school-sixth-form': 'No transfer in law. We watch the plan to the same day, because plans change',
}

/** What is right for the child, the day of a move between colleges, and why: in both forms. */
export function TransferFields({ legend, but, mayBeOut = false, errors, values }: { legend: string; but?: TransferKind | undefined; mayBeOut?: boolean; errors: FormErrors; values: FormValues }) {
  return (
    <>
      <RadiosField
        name="as" legend={legend} fieldset={{ legendSize: 's' }} errors={errors} values={values}
        items={[
          ...transferKinds.filter((kind) => kind !== but || kind === 'post-16-to-post-16').map((kind) => ({ value: kind as string, text: transferKindWords[kind], ...(hints[kind] === undefined ? {} : { hint: hints[kind] }) })),
          ...(mayBeOut ? [{ value: 'out', text: 'Not in this cohort', hint: 'No move to another phase is foreseen in that year' }] : []),
        ]}
      />
      <DateField name="on" legend="Only for a move between post-16 institutions: when is it?" errors={errors} values={values} />
      <TextAreaField name="reason" label="Why" hint="Who said it, and when" maxLength={longestReason} whoCanSee={['the council’s team']} errors={errors} values={values} />
    </>
  )
}
