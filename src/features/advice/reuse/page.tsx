import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, FileField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { listWords } from '../../../ui/words.ts'
import { readHandedIn, reportEndings } from '../handed-in.ts'
import { emptyReport, reportOfPaste } from '../report.ts'
import { getRequest } from '../request-store.ts'
import { itemInWords, stageWords } from '../words.ts'
import type { Agreeing, ReuseActRefusal } from './reuse-advice.ts'
import { agreeing, reuseAdvice } from './reuse-advice.ts'

const agreeingWords: Record<Agreeing, { label: string; short: string }> = {
  adviser: { label: 'Whoever gave the advice agrees that it is enough: who said so, and when', short: 'whoever gave the advice' },
  authority: { label: 'The council is satisfied that it is enough: who said so, and when', short: 'the council' },
  family: { label: 'The parent or young person agrees that it is enough: who said so, and when', short: 'the family' },
}

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile, request: await getRequest(tx, caseFile, param(ask, 'adviceRequestId')), today: tx.today }
  })
}

async function answer(ask: Ask, errors: FormErrors): Promise<Reply> {
  const { caseFile, request } = await gather(ask)
  const title = 'Use earlier advice instead'
  const form = { errors, values: ask.form.values() }
  const audience = [`the ${caseFile.area.councilName} SEND team`, 'the family', 'whoever gets the plan']
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceRequest({ ...caseFile.key, adviceRequestId: request.id }), text: 'Back to the request' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{itemInWords(request.item)}. Advice given before, for any purpose, stands for this assessment only if all three agree that it is enough: whoever gave it, the council, and the family (regulation 6(4)). If one does not, new advice is sought.</p>
        <Form tokens={ask.frame.tokens} upload>
          <h2 class="govuk-heading-m">The earlier advice</h2>
          <TextField name="authorName" label="Author" whoCanSee={audience} {...form} />
          <TextField name="authorRole" label="Role" whoCanSee="said above" {...form} />
          <TextField name="organisationName" label="Organisation" whoCanSee="said above" {...form} />
          <DateField name="dated" legend="Date of the advice" {...form} />
          <FileField name="report" label="The report as a file" hint="Word (docx), PDF or plain text, smaller than 25MB." accept={reportEndings} whoCanSee={audience} errors={errors} />
          <TextAreaField name="pasted" label="Or paste its words" rows={8} whoCanSee={audience} {...form} />
          <h2 class="govuk-heading-m">The agreement of all three</h2>
          {agreeing.map((party) => <TextField name={`agreed-${party}`} label={agreeingWords[party].label} hint="For example, Callum Dreyfus-Webb, by phone, 3 November 2026" whoCanSee={audience} {...form} />)}
          <Button preventDoubleClick>Use this advice</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

function refusalOf(refusal: ReuseActRefusal): FieldError {
  if (refusal.kind === 'not-open') return { field: 'authorName', message: 'Nothing is waited for on this request any more' }
  if (refusal.kind === 'being-written') return { field: 'authorName', message: 'New advice is being written for this request already' }
  if (refusal.why.reason === 'family-is-always-asked') return { field: 'authorName', message: 'The family is always asked anew (regulation 6(1)(a)). Earlier views cannot stand for it' }
  const [first = 'adviser'] = refusal.why.missing
  return { field: `agreed-${first}`, message: `All three must agree. Not recorded yet: ${listWords(refusal.why.missing.map((party) => agreeingWords[party].short))}` }
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, request, today } = await gather(ask)
  const { form } = ask
  const errors: FieldError[] = []
  const authorName = form.text('authorName')
  const authorRole = form.text('authorRole')
  if (authorName === '') errors.push({ field: 'authorName', message: 'Enter the author’s name' })
  if (authorRole === '') errors.push({ field: 'authorRole', message: 'Enter the author’s role' })
  const dated = readDate(form, 'dated', { what: 'The date of the advice', latest: today })
  if ('error' in dated) errors.push(dated.error)
  const handedIn = await readHandedIn(form, 'report')
  const pasted = form.raw('pasted').replaceAll('\r\n', '\n')
  if (handedIn.kind === 'wrong') errors.push({ field: 'report', message: handedIn.message })
  if (handedIn.kind === 'none' && pasted.trim() === '') errors.push({ field: 'report', message: 'Select the report, or paste its words' })
  const again = (wrong: readonly FieldError[]): Promise<Reply> =>
    answer(ask, handedIn.kind === 'read' ? [...wrong, { field: 'report', message: `Choose the file again: ${handedIn.file.fileName}` }] : wrong)
  if (errors.length > 0 || !('value' in dated)) return again(errors)
  const report = handedIn.kind === 'read' ? handedIn.report : pasted.trim() === '' ? emptyReport : reportOfPaste(pasted)
  const organisationName = form.text('organisationName')
  const done = await reuseAdvice(ask, caseFile.key, {
    requestId: request.id, ...(handedIn.kind === 'read' ? { file: handedIn.file } : {}),
    agreed: Object.fromEntries(agreeing.flatMap((party) => (form.text(`agreed-${party}`) === '' ? [] : [[party, form.text(`agreed-${party}`)]]))),
    content: {
      authorName, authorRole, dated: dated.value, answers: {}, way: handedIn.kind === 'read' ? 'file' : 'paste', reportText: report.text, blocks: report.blocks, notFor: [],
      ...(organisationName === '' ? {} : { organisationName }),
    },
  })
  if (done.ok) return redirect(paths.advice({ ...caseFile.key, adviceId: done.value }, { done: 'advice-reused' }))
  return again([done.refusal.kind === 'not-at-this-stage' ? { field: 'authorName', message: stageWords(done.refusal) } : refusalOf(done.refusal)])
}
