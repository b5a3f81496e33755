import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { isChasedByItself } from '../../../casebook/limits/automatic-chases.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { ChaseKind } from '../../../domain/reminders/chasing.ts'
import { chaseKinds } from '../../../domain/reminders/chasing.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { kindWords } from './kind-words.ts'
import { setChasing } from './set-chasing.ts'

function kindOf(ask: Ask): ChaseKind {
  const kind = chaseKinds.find((one) => one === param(ask, 'kind'))
  if (kind === undefined) throw new NotFound('kind of chase')
  return kind
}

const find = (ask: Ask): Promise<{ area: Area; isOn: boolean }> => read(ask, async (tx) => {
  const area = await openAreaFor(tx, param(ask, 'area'), 'set-chasing')
  return { area, isOn: await isChasedByItself(tx, area.id, kindOf(ask)) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { area, isOn } = await find(ask)
  return page(view({ frame: ask.frame, area, kind: kindOf(ask), errors: [], values: { isOn: isOn ? 'yes' : 'no' } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { area } = await find(ask)
  const kind = kindOf(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, area, kind, errors, values: ask.form.values() }))
  const isOn = ask.form.text('isOn')
  const reason = ask.form.text('reason')
  const errors: FieldError[] = [
    ...(isOn === 'yes' || isOn === 'no' ? [] : [{ field: 'isOn', message: 'Select whether these are chased by themselves' }]),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : reason.length > 500 ? [{ field: 'reason', message: 'Use 500 characters or fewer' }] : []),
  ]
  if (errors.length > 0) return again(errors)
  const done = await setChasing(ask, { area: area.code, kind, isOn: isOn === 'yes', reason })
  if (!done.ok) return again([{ field: 'isOn', message: 'It is so already' }])
  return redirect(paths.chasing({ area: area.code }, { done: 'chasing-set' }))
}

function view({ frame, area, kind, errors, values }: { frame: PageFrame; area: Area; kind: ChaseKind; errors: FormErrors; values: FormValues }) {
  const title = kindWords[kind]
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.chasing({ area: area.code }), text: 'What is chased' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="isOn" legend="Does the hub chase them by itself?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={[{ value: 'yes', text: 'Yes, by day, until it is done' }, { value: 'no', text: 'No, only an officer does' }]}
          />
          <TextAreaField name="reason" label="Why?" rows={3} maxLength={500} whoCanSee={[`managers of the ${area.councilName} SEND team`]} errors={errors} values={values} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
