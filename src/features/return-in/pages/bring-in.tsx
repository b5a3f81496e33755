import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { tableOfFileName } from '../../../domain/sen2/export-tables.ts'
import { returnYears } from '../../../domain/sen2/return-years.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { FileField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { BatchRow, PassedFile } from '../batch-store.ts'
import { inReturn } from '../open-return.ts'
import { bringInReturn } from '../return-acts.ts'

type Where = { readonly area: Area; readonly batch?: BatchRow }

const openNew = (ask: Ask): Promise<Where> => read(ask, async (tx) => ({ area: await openAreaFor(tx, param(ask, 'area'), 'bring-in-return') }))
const openInstead = (ask: Ask): Promise<Where> => inReturn(ask, () => Promise.resolve({}))

export const show = async (ask: Ask): Promise<Reply> => page(view({ frame: ask.frame, ...await openNew(ask), errors: [] }))
export const showInstead = async (ask: Ask): Promise<Reply> => page(view({ frame: ask.frame, ...await openInstead(ask), errors: [] }))
export const submit = async (ask: Ask): Promise<Reply> => take(ask, await openNew(ask))
export const submitInstead = async (ask: Ask): Promise<Reply> => take(ask, await openInstead(ask))

async function take(ask: Ask, where: Where): Promise<Reply> {
  const again = async (message: string): Promise<Reply> => {
    for (const { passing } of ask.form.files) if (passing !== undefined) await ask.house.passing.drop(passing.id)
    return wrongForm(view({ frame: ask.frame, ...where, errors: [{ field: 'files', message }] }))
  }
  const files: PassedFile[] = []
  for (const { fileName, isTooBig, passing } of ask.form.files) {
    if (isTooBig || passing === undefined) return again('The file must be smaller than 512MB')
    if (passing.size === 0) return again('The file is empty')
    files.push({ fileName: fileName.split(/[\\/]/).at(-1)?.slice(0, 200) ?? 'file', size: passing.size, sha256: passing.sha256, passing: passing.id })
  }
  if (files.length === 0) return again('Select the return: one XML file, one zip, or the nine CSV files')
  if (files.length > 1 && files.some(({ fileName }) => tableOfFileName(fileName) === undefined)) return again('Select one XML file, one zip, or the nine CSV files of one export, whose names end in sen2.csv, person.csv and so on')
  const done = await bringInReturn(ask, { area: where.area.code, files, ...(where.batch === undefined ? {} : { instead: where.batch.id }) })
  if (!done.ok) return again('This return has been brought over already. Bring the mended file in as a new one')
  return redirect(paths.returnBatch({ area: where.area.code, batchId: done.value.batchId }, { done: 'return-taken' }))
}

function view({ frame, area, batch, errors }: Where & { readonly frame: PageFrame; readonly errors: FormErrors }) {
  const title = batch === undefined ? 'Bring in a return' : 'Bring in the mended file'
  const back = batch === undefined ? { href: paths.returnsIn({ area: area.code }), text: 'Returns brought in' } : { href: paths.returnBatch({ area: area.code, batchId: batch.id }), text: 'This return' }
  return (
    <HubPage frame={frame} title={title} errors={errors} back={back} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {batch === undefined
          ? <p class="govuk-body">Choose the SEN2 return that your last system made: {returnYears.join(', ')}, as XML. Or choose the nine CSV files of the export from COLLECT, or a zip of them.</p>
          : <p class="govuk-body">What was read before from this return is replaced. Values that you put right by hand are replaced too.</p>}
        <ul class="govuk-list govuk-list--bullet">
          <li>The file is read and checked. Nobody is brought over until you say so.</li>
          <li>The file itself is deleted when it has been read.</li>
          <li>The same file can be brought in again. Nobody comes twice.</li>
        </ul>
        <Form tokens={frame.tokens} upload>
          <FileField name="files" label="The return" multiple accept=".xml,.zip,.csv,text/xml,application/xml,application/zip,text/csv" whoCanSee={[`SEND managers of ${area.councilName}`]} errors={errors} />
          <Button preventDoubleClick>Read it</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
