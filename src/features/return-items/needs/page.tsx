import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { ChildNeed } from '../../../casebook/family/child-needs.ts'
import { listChildNeeds } from '../../../casebook/family/child-needs.ts'
import { needs } from '../../../domain/sen2/code-sets.ts'
import type { WayToRecord } from '../../../domain/sen2/dated-items.ts'
import { isWayToRecord } from '../../../domain/sen2/dated-items.ts'
import type { NeedCode } from '../../../domain/sen2/sen2-return.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, SelectField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import type { ItemProps } from '../item-page.tsx'
import { dayError, ItemPage, Since } from '../item-page.tsx'
import { childKeyOf, readForReturn } from '../open-items.ts'
import { capital } from '../words.ts'
import { recordNeeds } from './record-needs.ts'

const find = (ask: Ask) => readForReturn(ask, 'record-needs', async (tx, caseFile) => ({ rows: await listChildNeeds(tx, childKeyOf(caseFile)) }))
const openOf = (rows: readonly ChildNeed[], rank: 1 | 2): ChildNeed | undefined => rows.find((row) => row.rank === rank && row.toOn === undefined)
const isNeed = (text: string): text is NeedCode => Object.hasOwn(needs, text)

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, rows } = await find(ask)
  const [first, second] = [openOf(rows, 1), openOf(rows, 2)]
  return page(view({ frame: ask.frame, caseFile, rows, errors: [], values: { primary: first?.need, secondary: second?.need, ...dateValues('since', undefined) } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, rows } = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, rows, errors, values: ask.form.values() }))
  const [primary, secondary] = [ask.form.text('primary'), ask.form.text('secondary')]
  const how: WayToRecord | undefined = openOf(rows, 1) === undefined ? 'change' : [ask.form.text('how')].find(isWayToRecord)
  const since = readDate(ask.form, 'since', { what: 'The first day', latest: ask.house.clock.today() })
  const errors: FieldError[] = [
    ...(isNeed(primary) ? [] : [{ field: 'primary', message: 'Select the main need' }]),
    ...(secondary === '' || isNeed(secondary) ? [] : [{ field: 'secondary', message: 'Select the second need, or that there is none' }]),
    ...(secondary !== '' && secondary === primary ? [{ field: 'secondary', message: 'The second need must be another than the main one' }] : []),
    ...(how === undefined ? [{ field: 'how', message: 'Select whether it changed or was wrong' }] : []), ...('error' in since ? [since.error] : []),
  ]
  if (errors.length > 0 || !isNeed(primary) || how === undefined || 'error' in since) return again(errors)
  const done = await recordNeeds(ask, caseKeyOf(ask), { primary, how, since: since.value, ...(isNeed(secondary) ? { secondary } : {}) })
  if (done.ok) return redirect(paths.returnItems(caseFile.key, { done: 'recorded' }))
  switch (done.refusal.kind) {
    case 'same': return again([{ field: 'primary', message: 'That is what is recorded already' }])
    case 'not-at-this-stage': return again([{ field: 'primary', message: 'This cannot be recorded now' }])
    default: return again([dayError(done.refusal.kind)])
  }
}

function view(props: ItemProps & { readonly rows: readonly ChildNeed[] }) {
  const { errors, values, rows } = props
  const items = Object.entries(needs).map(([value, words]) => ({ value, text: capital(words) }))
  return (
    <ItemPage {...props} title="Main and second need" audience={['the family', `the ${props.caseFile.area.councilName} SEND team`, 'the people who work with the child']}>
      <RadiosField name="primary" legend="Main need" hint="The need that makes most difference to what the child needs" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={items} />
      <SelectField name="secondary" label="Second need" errors={errors} values={values} items={[{ value: '', text: 'None' }, ...items]} />
      <Since isRecorded={openOf(rows, 1) !== undefined} errors={errors} values={values} />
    </ItemPage>
  )
}
