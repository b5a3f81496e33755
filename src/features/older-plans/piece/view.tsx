import type { Area } from '../../../casebook/open-case-file.ts'
import type { Piece } from '../../../domain/older-plans/piece.ts'
import { paths } from '../../../paths.ts'
import { SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { OlderPlan } from '../older-plan-store.ts'
import { sectionChoices } from '../place/view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly plan: OlderPlan
  readonly piece: Piece
  readonly isMine: boolean
  /** What it could be joined with. */
  readonly next?: Piece
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, plan, piece, isMine, next, errors, values }: Props) {
  const title = 'Move, split or join words of a plan'
  const seen = [`the SEND team of ${area.councilName}`]
  const n = <input type="hidden" name="n" value={String(plan.n)} />
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.olderPlan({ area: area.code, olderPlanId: plan.id }) }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText><p class="hub-older-plan__words govuk-!-margin-bottom-0">{piece.text}</p></InsetText>
        <p class="govuk-body">{piece.leftOut === undefined ? `${piece.section === undefined ? 'Placed nowhere' : `In section ${piece.section}`}. ${piece.why}.` : `Left out: ${piece.leftOut}`}</p>
        {!isMine && <p class="govuk-body">You do not have this plan in hand. Start on it, or take it over, before you change it.</p>}
        {isMine && (
          <>
            <h2 class="govuk-heading-m">Move</h2>
            <Form tokens={frame.tokens}>
              {n}
              <SelectField name="section" label="Which section do these words belong to?" items={sectionChoices} errors={errors} values={values} />
              <Button name="do" value="move">Put it there</Button>
            </Form>
            {piece.leftOut === undefined && piece.role === 'line' && (
              <>
                <h2 class="govuk-heading-m">Split</h2>
                <Form tokens={frame.tokens}>
                  {n}
                  <TextAreaField name="parts" label="The same words, with an empty line where a new line begins" hint="The words of a plan in force are not changed here. What should be changed is changed at its review." whoCanSee={seen} rows={8} errors={errors} values={values} />
                  <Button variant="secondary" name="do" value="split">Split</Button>
                </Form>
              </>
            )}
            {next !== undefined && (
              <>
                <h2 class="govuk-heading-m">Join</h2>
                <Form tokens={frame.tokens}>
                  {n}
                  <p class="govuk-body">With what comes next: <span class="hub-older-plan__words">“{next.text}”</span></p>
                  <Button variant="secondary" name="do" value="join">Join with the next</Button>
                </Form>
              </>
            )}
            {piece.leftOut === undefined
              ? (
                <>
                  <h2 class="govuk-heading-m">Leave out</h2>
                  <Form tokens={frame.tokens}>
                    {n}
                    <TextField name="reason" label="Why are these words no part of the plan?" whoCanSee={seen} errors={errors} values={values} />
                    <Button variant="secondary" name="do" value="leave-out">Leave it out</Button>
                  </Form>
                </>
              )
              : <Form tokens={frame.tokens}>{n}<Button variant="secondary" name="do" value="take-back">Take it back to what waits</Button></Form>}
          </>
        )}
      </TwoThirds>
    </HubPage>
  )
}
