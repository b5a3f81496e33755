// What is wrong with the national return, case by case, as a file for the data team: numbers of cases and no names, taken for a reason that is kept.

import { actOutsideCase } from '../../../casebook/act.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import { ruleById } from '../../../domain/sen2/rules/all-rules.ts'
import { paths } from '../../../paths.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { ReturnFaultLine } from '../export-store.ts'
import { listReturnFaults } from '../export-store.ts'
import type { Purpose } from '../purpose.tsx'
import { keepExport, PurposeFields, readPurpose } from '../purpose.tsx'

/** Every column of the file, in order; what is not here is not in it. */
const columns = ['Case', 'Rule', 'Kind', 'What is wrong', 'Block', 'Element', 'Places', 'On survey day alone', 'Since', 'Officer', 'Explanation'] as const

const noteFaults = actOutsideCase('export-return-faults', async (tx, { purpose, csv, area, rows }: { readonly purpose: Purpose; readonly csv: Uint8Array; readonly area: LocalAreaId; readonly rows: number }) => {
  await keepExport(tx, 'return-faults', purpose, csv, new Map([[area, rows]]))
  return ok(null)
})

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  if (!councilAreasOf(tx.viewer).includes(area.id)) throw new NotFound('export')
  return { area, faults: await listReturnFaults(tx, area.id), today: tx.today }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await find(ask), []))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const form = readPurpose(ask.form)
  if ('errors' in form) return wrongForm(view(ask, found, form.errors))
  const csv = csvOf({ columns: [...columns], rows: found.faults.map(rowOf) })
  const noted = await noteFaults(ask, { purpose: form.value, csv, area: found.area.id, rows: found.faults.length })
  if (!noted.ok) throw new NotFound('export')
  return file(csv, csvType, `What the return will find ${found.today}.csv`)
}

const rowOf = ({ reference, rule, severity, block, element, times, onlyBySurveyDay, sinceOn, officer, explanation }: ReturnFaultLine) => [
  reference, rule, severity, ruleById.get(rule)?.says, block, element, String(times), onlyBySurveyDay ? 'yes' : 'no', sinceOn, officer ?? undefined, explanation ?? undefined,
]

function view(ask: Ask, { area, faults, today }: Awaited<ReturnType<typeof find>>, errors: FormErrors) {
  const title = 'What is in this file'
  return (
    <HubPage frame={ask.frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.returnFaults({ area: area.code }), text: 'What the national return will find' }}>
      <TwoThirds>
        <span class="govuk-caption-l">What the national return will find, as a file</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'Rows', value: plural(faults.length, 'fault') }, { key: 'Columns', value: columns.join(', ') },
            { key: 'Not in it', value: 'Names, dates of birth, addresses, needs. A case is there by its number alone' }, { key: 'As of', value: dateWords(today) }, { key: 'Kind', value: 'CSV, which every spreadsheet program opens' },
          ]}
        />
        <Form tokens={ask.frame.tokens}>
          <PurposeFields errors={errors} values={ask.form.values()} />
          <Button>Download the file</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
