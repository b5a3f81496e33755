import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { getMove } from '../move-store.ts'
import { callOffMove } from '../order-acts.ts'

const longest = 1000

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'moves')
    const move = await getMove(tx, caseFile, param(ask, 'moveId'))
    const title = `Call off the move to ${move.to}`
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">What the new council has not taken in can be taken back. This file is open again, and the legal dates run as if nothing had gone.</p>
          {move.handedOverOn !== undefined && <WarningText>You gave them a file. The hub cannot take that back: ring {move.to} and ask them to destroy it.</WarningText>}
          <Form tokens={ask.frame.tokens}>
            <RadiosField
              name="why" legend="What happened?" errors={errors} values={values}
              items={[
                { value: 'stays', text: 'The child does not move', hint: 'The move is over, and this council goes on' },
                ...(move.state === 'known' ? [] : [{ value: 'again', text: 'Something was wrong with what was sent', hint: 'The child moves. You look at what goes and send it again' }]),
              ]}
            />
            <TextAreaField name="because" label="Say what you know" whoCanSee={[`the team in ${caseFile.area.councilName}`]} rows={3} maxLength={longest} errors={errors} values={values} />
            <Button variant="warning" preventDoubleClick>Call it off</Button>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const [why, because] = [ask.form.text('why'), ask.form.text('because')]
  const errors: FieldError[] = [
    ...(why === 'stays' || why === 'again' ? [] : [{ field: 'why', message: 'Select what happened' }]),
    ...(because === '' ? [{ field: 'because', message: 'Enter what you know' }] : because.length > longest ? [{ field: 'because', message: 'This must be 1,000 characters or fewer' }] : []),
  ]
  if (errors.length > 0) return form(ask, errors, ask.form.values())
  const done = await callOffMove(ask, caseKeyOf(ask), { moveId: param(ask, 'moveId'), isMoving: why === 'again', because })
  if (done.ok) return redirect(paths.caseMove(caseKeyOf(ask), { done: 'move-called-off' }))
  const words = {
    'taken-in': 'The new council has taken the child in. Ring them: from here it cannot be undone', 'over-already': 'It is called off already', 'nothing-sent': 'Nothing was sent yet',
    'not-at-this-stage': 'This cannot be done at this stage of the case',
  } as const
  return form(ask, [{ field: 'why', message: words[done.refusal.kind] }], ask.form.values())
}
