// What a file of rows is for: asked before anybody has it, and kept (table export_made).

import { createHash } from 'node:crypto'
import { insertExport } from '../../casebook/exports-made.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { RadiosField, TextField } from '../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../ui/form.tsx'

export const exportPurposes = {
  work: 'To plan my own work', meeting: 'For a meeting about these cases', handover: 'To hand cases over to a colleague', inspection: 'For an audit or inspection', other: 'Something else',
} as const
export type ExportPurpose = keyof typeof exportPurposes
const isPurpose = (text: string): text is ExportPurpose => Object.hasOwn(exportPurposes, text)

export interface Purpose { readonly purpose: ExportPurpose; readonly purposeWords?: string }
const longestPurpose = 300

export function readPurpose(form: FormBody): { readonly value: Purpose } | { readonly errors: readonly FieldError[] } {
  const [purpose, words] = [form.text('purpose'), form.text('words')]
  const errors: FieldError[] = [
    ...(isPurpose(purpose) ? [] : [{ field: 'purpose', message: 'Select what the file is for' }]),
    ...(purpose === 'other' && words === '' ? [{ field: 'words', message: 'Enter what the file is for' }] : []),
    ...(words.length > longestPurpose ? [{ field: 'words', message: 'What the file is for must be 300 characters or fewer' }] : []),
  ]
  return errors.length > 0 || !isPurpose(purpose) ? { errors } : { value: { purpose, ...(purpose === 'other' ? { purposeWords: words } : {}) } }
}

export function PurposeFields({ errors, values }: { readonly errors: FormErrors; readonly values: FormValues }) {
  return (
    <>
      <RadiosField name="purpose" legend="What is the file for?" errors={errors} values={values} items={Object.entries(exportPurposes).map(([value, text]) => ({ value, text }))} />
      <TextField name="words" label="If something else: what for?" whoCanSee={['the council’s information officer']} errors={errors} values={values} />
      <p class="govuk-body">That you took it, for what, and how many rows it has is kept.</p>
    </>
  )
}

/** Leaves a line of who took the file, for what, how many rows of which area, and its hash. The file itself is kept nowhere. */
export async function keepExport(tx: Tx, name: string, { purpose, purposeWords }: Purpose, csv: Uint8Array, rows: ReadonlyMap<LocalAreaId, number>): Promise<void> {
  if (tx.viewer.kind === 'person') await insertExport(tx, { name, purpose, purposeWords, sha256: createHash('sha256').update(csv).digest('hex'), rows }, tx.viewer.personId)
}
