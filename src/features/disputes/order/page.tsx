import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { checkUpload, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { OrderDirections } from '../../../domain/case-file/ending-facts.ts'
import { kindsInForce } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, FileField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { KindField, WordsField, isTyped, readKind, readWords } from '../kind-field.tsx'
import type { OrderInput } from '../order-acts.ts'
import { recordOrder } from '../order-acts.ts'
import { StepPage } from '../step-page.tsx'
import { refusalWords } from '../words.ts'

const words = {
  title: 'Record an order of the Tribunal', legend: 'What is the date of the order?', hint: 'The periods count from this date',
  law: 'An order is law between the family and the council. What it says of the plan is put into it word for word (CFA 2014 s.51(5); SEND Regulations 2014, regs 43, 44).',
} as const

/** Days that the Tribunal may set in place of the periods of reg 44. */
const directions = [['final', 'finalBy', 'the final or amended plan'], ['draft', 'draftBy', 'a draft plan'], ['notify', 'notifyBy', 'telling the family'], ['noplan', 'noPlanBy', 'a decision that there will be no plan']] as const satisfies readonly (readonly [string, keyof OrderDirections, string])[]

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('record-order', caseFile.parts, caseFile.stage)
    const fields = { errors, values }
    const document = (
      <StepPage
        frame={ask.frame} caseFile={caseFile} words={words} closed={may === 'yes' ? undefined : refusalWords({ kind: 'not-at-this-stage', act: 'record-order', stage: caseFile.stage })} {...fields} upload button="Record the order"
        more={(
          <>
            <DateField name="final" legend="Did the Tribunal set a day for the amended plan? (optional)" hint="A day in the order takes the place of the five or two weeks of the law" {...fields} />
            <WordsField label="The operative words of the order (optional)" council={caseFile.area.councilName} {...fields} />
            <FileField name="file" label="The order (optional)" hint="As PDF or Word, up to 25MB" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} />
          </>
        )}
      >
        <KindField legend="What did the Tribunal order?" kinds={kindsInForce} {...fields} />
      </StepPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function readOrder(given: FormBody): { value: OrderInput } | { errors: FieldError[] } {
  const kind = readKind(given, kindsInForce)
  const on = readDate(given, 'on', { what: 'The date of the order' })
  const typed = readWords(given)
  const days = directions.filter(([name]) => isTyped(given, name)).map(([name, key, what]) => [key, readDate(given, name, { what: `The day for ${what}`, ...('error' in on ? {} : { earliest: on.value }) })] as const)
  const chosen = given.files.find(({ field, bytes, fileName }) => field === 'file' && (bytes.length > 0 || fileName !== ''))
  const file = chosen === undefined ? undefined : checkUpload(chosen)
  const errors: FieldError[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select what the Tribunal ordered' }] : []),
    ...('error' in on ? [on.error] : []), ...days.flatMap(([, day]) => ('error' in day ? [day.error] : [])), ...typed.errors,
    ...(file !== undefined && !file.ok ? [{ field: 'file', message: uploadRefusalWords(file.refusal) }] : []),
  ]
  // A browser does not give a chosen file back with a wrong form.
  if (errors.length > 0 && chosen !== undefined && file?.ok === true) errors.push({ field: 'file', message: `Choose ${chosen.fileName} again` })
  if (errors.length > 0 || kind === undefined || 'error' in on) return { errors }
  const directed = Object.fromEntries(days.flatMap(([key, day]) => ('value' in day ? [[key, day.value]] : []))) as OrderDirections
  return { value: { kind, on: on.value, ...(days.length === 0 ? {} : { directed }), ...(typed.words === undefined ? {} : { words: typed.words }), ...(file?.ok === true ? { file: file.value } : {}) } }
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readOrder(ask.form)
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await recordOrder(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  const { reviewId } = done.value
  return redirect(reviewId === undefined ? paths.disagreements(caseKeyOf(ask), { done: 'recorded' }) : paths.orderedWords({ ...caseKeyOf(ask), reviewId }, { done: 'recorded' }))
}
