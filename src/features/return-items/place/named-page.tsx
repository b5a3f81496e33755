import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { NamedSetting } from '../../../casebook/plan/named-settings.ts'
import { listNamedSettings } from '../../../casebook/plan/named-settings.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { ItemProps } from '../item-page.tsx'
import { ItemPage } from '../item-page.tsx'
import type { FoundSetting } from '../items-store.ts'
import { findPlanId, findSettings } from '../items-store.ts'
import { readForReturn } from '../open-items.ts'
import { namedCodes } from '../words.ts'
import { PlaceFields } from './place-fields.tsx'
import { placeValues, readPlace } from './place-form.ts'
import { answer, foundFor, placeError } from './place-page.ts'
import { newPlace } from './placement-page.tsx'
import { recordNamed } from './record-named.ts'

const find = (ask: Ask) => readForReturn(ask, 'record-placement', async (tx, caseFile) => {
  const planId = await findPlanId(tx, caseFile)
  if (planId === undefined) throw new NotFound('plan')
  const id = param(ask, 'placeId')
  const row = (await listNamedSettings(tx, { localAreaId: caseFile.localAreaId, planId })).find((one) => one.id === id)
  if (row === undefined && id !== newPlace) throw new NotFound('named setting')
  return { row, found: await findSettings(tx, (ask.method === 'GET' ? ask.query : ask.form).text('q')) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, row, found } = await find(ask)
  return answer(view({ frame: ask.frame, caseFile, found: foundFor(row, found), row, errors: [], values: row === undefined ? { rank: '1', residential: 'none', workBased: 'none' } : placeValues(row) }), [])
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, row, found } = await find(ask)
  const again = (errors: Parameters<typeof answer>[1]): Reply => answer(view({ frame: ask.frame, caseFile, found: foundFor(row, found), row, errors, values: ask.form.values() }), errors)
  if (ask.form.text('step') === 'find') return again([])
  const form = readPlace(ask.form, namedCodes, { latest: ask.house.clock.today(), mayEnd: false })
  if ('errors' in form) return again(form.errors)
  const done = await recordNamed(ask, caseKeyOf(ask), { ...form.value, ...(row === undefined ? {} : { id: row.id }) })
  return done.ok ? redirect(paths.returnItems(caseFile.key, { done: 'recorded' })) : again([placeError(done.refusal.kind)])
}

function view(props: ItemProps & { readonly row: NamedSetting | undefined; readonly found: readonly FoundSetting[] }) {
  const { row, errors, values, found } = props
  return (
    <ItemPage {...props} title={row === undefined ? 'What does section I name?' : 'What section I names'} audience={['the family', `the ${props.caseFile.area.councilName} SEND team`, 'the people who work with the child']}>
      <InsetText>This says for the national return what section I of the plan names. The words of section I change only when a plan is issued, and this is written with it.</InsetText>
      <PlaceFields legend="What does it name?" codes={namedCodes} found={found} mayEnd={false} errors={errors} values={values} />
    </ItemPage>
  )
}
