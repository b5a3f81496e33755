// For a council elsewhere: the file is given to it by the council's own safe way, on a day; and its receipt comes back as a file.

import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, FileField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import { bringReceipt } from '../after-acts.ts'
import { getMove } from '../move-store.ts'
import { handOver } from '../order-acts.ts'
import { receiptShape } from '../package/format.ts'
import { openPackage } from '../package-files.ts'
import { fingerprintOf } from '../package/signature.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'moves')
  const move = await getMove(tx, caseFile, param(ask, 'moveId'))
  const opened = move.packageSha256 === undefined ? undefined : await openPackage(tx, move.packageSha256)
  return { caseFile, move, today: tx.today, fingerprint: opened?.ok === true ? fingerprintOf(opened.value.signature.publicKey) : '' }
})

async function handOverForm(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const { caseFile, move, fingerprint } = await find(ask)
  const title = `Give the package to ${move.to}`
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <ol class="govuk-list govuk-list--number">
          <li><a class="govuk-link" href={paths.movePackage({ ...caseFile.key, moveId: move.id })}>Make the locked file</a> and send it by your council’s safe way. It holds the whole record.</li>
          <li>Ring them on a number that you knew before. Tell them what opens the file, and read them the fingerprint of our signing key, so that they know that it is ours:<br /><code class="hub-breaks">{fingerprint}</code></li>
          <li>Say here on which day they got it. From that day they look after the plan.</li>
        </ol>
        <Form tokens={ask.frame.tokens}>
          <DateField name="on" legend="When did they get it?" errors={errors} values={values} />
          <Button preventDoubleClick>Record that it was handed over</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const showHandOver = (ask: Ask): Promise<Reply> => handOverForm(ask, [], {})

export async function submitHandOver(ask: Ask): Promise<Reply> {
  const { move, today } = await find(ask)
  const on = readDate(ask.form, 'on', { what: 'The day on which they got it', latest: today, ...(move.carriedAt === undefined ? {} : { earliest: londonDateOf(move.carriedAt) }) })
  if ('error' in on) return handOverForm(ask, [on.error], ask.form.values())
  const done = await handOver(ask, caseKeyOf(ask), { moveId: move.id, on: on.value })
  return done.ok ? redirect(paths.caseMove(caseKeyOf(ask), { done: 'move-handed-over' })) : handOverForm(ask, [{ field: 'on', message: 'There is no package that waits to be handed over' }], ask.form.values())
}

async function receiptForm(ask: Ask, errors: FormErrors): Promise<Reply> {
  const { caseFile, move } = await find(ask)
  const title = `The receipt of ${move.to}`
  const receipt = move.receipt === undefined ? undefined : receiptShape.parse(JSON.parse(move.receipt.receipt))
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {receipt !== undefined && move.receipt !== undefined ? (
          <SummaryList
            rows={[
              { key: 'Taken in by', value: receipt.takenInBy }, { key: 'On', value: dateWords(plainDateOf(receipt.takenInOn)) }, { key: 'Their case number', value: receipt.caseReference },
              { key: 'Of the package', value: <code class="hub-breaks">{receipt.package}</code> }, { key: 'Signed with', value: <code class="hub-breaks">{fingerprintOf(move.receipt.signature.publicKey)}</code> },
            ]}
          />
        ) : (
          <Form tokens={ask.frame.tokens} upload>
            <p class="govuk-body">When the other council takes the child in, its hub makes a receipt. Bring the file in here. It is checked against the package that you gave them.</p>
            <FileField name="receipt" label="The receipt" hint="A file that ends in .json" whoCanSee={[`the team in ${caseFile.area.councilName}`]} errors={errors} />
            <Button>Bring it in</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const showReceipt = (ask: Ask): Promise<Reply> => receiptForm(ask, [])

const refusalWords = {
  'no-receipt': 'The selected file is no receipt', 'not-signed': 'The signature of the receipt does not fit. Ask the other council for it again', 'another-package': 'The receipt is for another package',
  'kept-already': 'The receipt is here already', 'not-at-this-stage': 'This cannot be done at this stage of the case',
} as const

export async function submitReceipt(ask: Ask): Promise<Reply> {
  const given = ask.form.files.find(({ field }) => field === 'receipt')
  const errors: FieldError[] = given === undefined ? [{ field: 'receipt', message: 'Select a file' }] : given.bytes.length > 10_000 ? [{ field: 'receipt', message: refusalWords['no-receipt'] }] : []
  if (given === undefined || errors.length > 0) return receiptForm(ask, errors)
  const done = await bringReceipt(ask, caseKeyOf(ask), { moveId: param(ask, 'moveId'), text: Buffer.from(given.bytes).toString('utf8') })
  return done.ok ? redirect(paths.caseMove(caseKeyOf(ask), { done: 'receipt-kept' })) : receiptForm(ask, [{ field: 'receipt', message: refusalWords[done.refusal.kind] }])
}
