import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { Placement } from '../../../casebook/family/child-settings.ts'
import { listPlacements } from '../../../casebook/family/child-settings.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { ItemProps } from '../item-page.tsx'
import { ItemPage } from '../item-page.tsx'
import { findSettings } from '../items-store.ts'
import { readForReturn } from '../open-items.ts'
import { placedCodes, whereWords } from '../words.ts'
import type { FoundSetting } from '../items-store.ts'
import { PlaceFields } from './place-fields.tsx'
import { placeValues, readPlace } from './place-form.ts'
import { answer, foundFor, placeError } from './place-page.ts'
import { recordPlacement } from './record-placement.ts'

export const newPlace = 'new'

const find = (ask: Ask) => readForReturn(ask, 'record-placement', async (tx, caseFile) => {
  const rows = await listPlacements(tx, caseFile)
  const id = param(ask, 'placeId')
  const row = rows.find((one) => one.id === id)
  if (row === undefined && id !== newPlace) throw new NotFound('placement')
  return { row, rows, found: await findSettings(tx, (ask.method === 'GET' ? ask.query : ask.form).text('q')) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, row, rows, found } = await find(ask)
  const values = row === undefined ? { rank: '1', residential: 'none', workBased: 'none' } : placeValues(row)
  return answer(view({ frame: ask.frame, caseFile, row, rows, found: foundFor(row, found), errors: [], values }), [])
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, row, rows, found } = await find(ask)
  const again = (errors: Parameters<typeof answer>[1]): Reply => answer(view({ frame: ask.frame, caseFile, row, rows, found: foundFor(row, found), errors, values: ask.form.values() }), errors)
  if (ask.form.text('step') === 'find') return again([])
  const form = readPlace(ask.form, placedCodes, { latest: ask.house.clock.today(), mayEnd: row !== undefined })
  if ('errors' in form) return again(form.errors)
  const done = await recordPlacement(ask, caseKeyOf(ask), { ...form.value, ...(row === undefined ? {} : { id: row.id }) })
  return done.ok ? redirect(paths.returnItems(caseFile.key, { done: 'recorded' })) : again([placeError(done.refusal.kind)])
}

function view(props: ItemProps & { readonly row: Placement | undefined; readonly rows: readonly Placement[]; readonly found: readonly FoundSetting[] }) {
  const { row, rows, errors, values, found } = props
  const open = rows.find(({ rank, toOn }) => rank === 1 && toOn === undefined)
  return (
    <ItemPage {...props} title={row === undefined ? 'Where is the child educated now?' : 'Put a placement right'} audience={['the family', `the ${props.caseFile.area.councilName} SEND team`, 'the people who work with the child']}>
      {row === undefined && open !== undefined && <InsetText>On record now: {whereWords(open)}, since {dateWords(open.fromOn)}. A new main place ends it the day before. A school that the child has left sees nothing of the case any more.</InsetText>}
      <PlaceFields legend="Where?" codes={placedCodes} found={found} mayEnd={row !== undefined} errors={errors} values={values} />
    </ItemPage>
  )
}
