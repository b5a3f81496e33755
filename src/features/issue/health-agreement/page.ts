import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { listHealthAgreements } from '../check-store.ts'
import { stageWords } from '../stage-words.ts'
import { readAgreement } from './form.ts'
import { recordAgreement } from './record-agreement.ts'
import { view } from './view.tsx'

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  const props = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const content = await readPlanContent(tx, caseFile, await planIdOf(tx, caseFile))
    const numbers = lineNumbers(content)
    return {
      caseFile, agreements: await listHealthAgreements(tx, caseFile),
      lines: linesOfSection(content, 'G').map(({ id, text }) => ({ number: numbers.get(id) ?? 'G', text })),
    }
  })
  const document = view({ frame: ask.frame, ...props, errors, values: ask.form.values() })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const form = readAgreement(ask.form, ask.house.clock.today())
  if ('errors' in form) return shown(ask, form.errors)
  const done = await recordAgreement(ask, caseKeyOf(ask), form.value)
  if (!done.ok) return shown(ask, [{ field: 'agreedBy', message: stageWords(done.refusal) }])
  return redirect(paths.healthAgreement(caseKeyOf(ask), { done: 'recorded' }))
}
