import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { findChildDetails } from '../../../casebook/family/family-rows.ts'
import { keepsChildren } from '../../../casebook/house.ts'
import { upnUnknownReasons } from '../../../domain/sen2/code-sets.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { readUln, readUpn } from '../../../ui/read-identifier.ts'
import { recordDetails } from '../details/record-details.ts'
import type { ItemProps } from '../item-page.tsx'
import { ItemPage } from '../item-page.tsx'
import { childKeyOf, readForReturn } from '../open-items.ts'
import { capital } from '../words.ts'

const find = (ask: Ask) => readForReturn(ask, 'record-return-items', async (tx, caseFile) => ({ details: await findChildDetails(tx, childKeyOf(caseFile)) }))

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, details: { upn, uln, upnUnknown } } = await find(ask)
  return page(view({ frame: ask.frame, caseFile, errors: [], values: { upn: upn ?? undefined, uln: uln ?? undefined, upnUnknown: upnUnknown ?? undefined } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile } = await find(ask)
  const read = readNumbers(ask)
  if ('errors' in read) return wrongForm(view({ frame: ask.frame, caseFile, errors: read.errors, values: ask.form.values() }))
  await recordDetails(ask, caseKeyOf(ask), read.value)
  return redirect(paths.returnItems(caseFile.key, { done: 'recorded' }))
}

interface Numbers { readonly upn: string | null; readonly uln: string | null; readonly upnUnknown: string | null }

function readNumbers({ form, house }: Ask): { readonly value: Numbers } | { readonly errors: readonly FieldError[] } {
  const [upnText, ulnText, why] = [form.text('upn'), form.text('uln'), form.text('upnUnknown')]
  const upn = upnText === '' ? undefined : readUpn(upnText, keepsChildren(house))
  const uln = ulnText === '' ? undefined : readUln(ulnText)
  const isKnown = upn !== undefined || uln !== undefined
  const errors: FieldError[] = [
    ...(upn !== undefined && 'message' in upn ? [{ field: 'upn', message: upn.message }] : []), ...(uln !== undefined && 'message' in uln ? [{ field: 'uln', message: uln.message }] : []),
    ...(isKnown || Object.hasOwn(upnUnknownReasons, why) ? [] : [{ field: 'upnUnknown', message: 'Select why neither number is known, or enter one of them' }]),
    ...(isKnown && why !== '' ? [{ field: 'upnUnknown', message: 'A number is given, so there is no reason why none is known. Select “A number is known”, or take the number out' }] : []),
  ]
  if (errors.length > 0) return { errors }
  return { value: { upn: upn !== undefined && 'value' in upn ? upn.value : null, uln: uln !== undefined && 'value' in uln ? uln.value : null, upnUnknown: why === '' ? null : why } }
}

function view(props: ItemProps) {
  const { errors, values, caseFile } = props
  return (
    <ItemPage {...props} title="UPN and ULN">
      <TextField name="upn" label="Unique pupil number (UPN)" hint="13 letters and digits. The school has it." class="govuk-input--width-20" spellcheck={false} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the people who work with the child']} errors={errors} values={values} />
      <TextField name="uln" label="Unique learner number (ULN)" hint="10 digits, from 14 on. The school or college has it." class="govuk-input--width-10" inputMode="numeric" spellcheck={false} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
      <SelectField
        name="upnUnknown" label="If neither is known, why?" errors={errors} values={values}
        items={[{ value: '', text: 'A number is known' }, ...Object.entries(upnUnknownReasons).map(([value, words]) => ({ value, text: capital(words) }))]}
      />
    </ItemPage>
  )
}
