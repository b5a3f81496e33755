import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import type { BudgetSaid, PersonalBudget } from '../../../casebook/plan/personal-budgets.ts'
import { listPersonalBudgets, savePersonalBudget } from '../../../casebook/plan/personal-budgets.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { directPayments } from '../../../domain/sen2/code-sets.ts'
import type { DayRefusal, WayToRecord } from '../../../domain/sen2/dated-items.ts'
import { dayRefusal, isWayToRecord } from '../../../domain/sen2/dated-items.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { ItemProps } from '../item-page.tsx'
import { dayError, ItemPage, Since } from '../item-page.tsx'
import { readForReturn } from '../open-items.ts'
import { capital } from '../words.ts'

interface BudgetForm extends BudgetSaid { readonly since: PlainDate; readonly how: WayToRecord }

/** Whether the plan has a personal budget from a day on (CFA 2014 s.49). */
export const recordBudget = act<BudgetForm, null, { readonly kind: DayRefusal }>('record-personal-budget', async (tx, caseFile, { since, how, ...said }) => {
  const key = { localAreaId: caseFile.localAreaId, planId: await planIdOf(tx, caseFile) }
  const refusal = dayRefusal(how, since, tx.today, await listPersonalBudgets(tx, key))
  if (refusal !== undefined) return refused({ kind: refusal })
  await savePersonalBudget(tx, key, said, since, how)
  await recordFact(tx, caseFile, { type: 'personal-budget-recorded', isTakenUp: said.isTakenUp, ...(how === 'put-right' ? { isPutRight: true } : {}) }, { happenedOn: since })
  return ok(null)
})

const find = (ask: Ask) => readForReturn(ask, 'record-personal-budget', async (tx, caseFile) =>
  ({ open: (await listPersonalBudgets(tx, { localAreaId: caseFile.localAreaId, planId: await planIdOf(tx, caseFile) })).find(({ toOn }) => toOn === undefined) }))

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, open } = await find(ask)
  const yesNo = (said: boolean | undefined) => (said === undefined ? undefined : said ? 'yes' : 'no')
  return page(view({ frame: ask.frame, caseFile, open, errors: [], values: { taken: yesNo(open?.isTakenUp), organised: yesNo(open?.isOrganised), payment: open === undefined ? undefined : open.directPayment ?? 'none' } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, open } = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, caseFile, open, errors, values: ask.form.values() }))
  const form = readBudget(ask.form, open !== undefined, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const done = await recordBudget(ask, caseKeyOf(ask), form.value)
  if (done.ok) return redirect(paths.returnItems(caseFile.key, { done: 'recorded' }))
  return again([done.refusal.kind === 'not-at-this-stage' ? { field: 'taken', message: 'This cannot be recorded now' } : dayError(done.refusal.kind)])
}

function readBudget(form: FormBody, isRecorded: boolean, latest: PlainDate): { readonly value: BudgetForm } | { readonly errors: readonly FieldError[] } {
  const [taken, organised, payment] = [form.text('taken'), form.text('organised'), form.text('payment')]
  const isTaken = taken === 'yes'
  const how: WayToRecord | undefined = isRecorded ? [form.text('how')].find(isWayToRecord) : 'change'
  const since = readDate(form, 'since', { what: 'The first day', latest })
  const isPayment = (text: string): text is keyof typeof directPayments => Object.hasOwn(directPayments, text)
  const errors: FieldError[] = [
    ...(isTaken || taken === 'no' ? [] : [{ field: 'taken', message: 'Select whether there is a personal budget' }]),
    ...(isTaken && organised !== 'yes' && organised !== 'no' ? [{ field: 'organised', message: 'Select whether the council or somebody else arranges what is bought' }] : []),
    ...(isTaken && payment !== 'none' && !isPayment(payment) ? [{ field: 'payment', message: 'Select what direct payments are for, or that there are none' }] : []),
    ...(how === undefined ? [{ field: 'how', message: 'Select whether it changed or was wrong' }] : []), ...('error' in since ? [since.error] : []),
  ]
  if (errors.length > 0 || how === undefined || 'error' in since) return { errors }
  return { value: { isTakenUp: isTaken, how, since: since.value, ...(isTaken ? { isOrganised: organised === 'yes', ...(isPayment(payment) ? { directPayment: payment } : {}) } : {}) } }
}

function view(props: ItemProps & { readonly open: PersonalBudget | undefined }) {
  const { errors, values, open } = props
  return (
    <ItemPage {...props} title="Personal budget" audience={['the family', `the ${props.caseFile.area.councilName} SEND team`]}>
      <RadiosField
        name="taken" legend="Is there a personal budget for this plan?" fieldset={{ legendSize: 's' }} errors={errors} values={values}
        items={[
          {
            value: 'yes', text: 'Yes', conditional: (
              <>
                <RadiosField name="organised" legend="Does the council or somebody else arrange what is bought with it?" hint="An organised arrangement, also called notional" errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
                <RadiosField name="payment" legend="What are direct payments for?" errors={errors} values={values} items={[...Object.entries(directPayments).map(([value, words]) => ({ value, text: capital(words) })), { value: 'none', text: 'There are none' }]} />
              </>
            ),
          },
          { value: 'no', text: 'No' },
        ]}
      />
      <Since isRecorded={open !== undefined} errors={errors} values={values} />
    </ItemPage>
  )
}
