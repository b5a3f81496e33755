import type { Area } from '../../../casebook/open-case-file.ts'
import { waits, type Piece } from '../../../domain/older-plans/piece.ts'
import { daysInHand, inHandUntil } from '../../../domain/older-plans/in-hand.ts'
import { countsOf, standingWords } from '../../../domain/older-plans/placing.ts'
import { sections, sectionTitles, type Section } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf, errorFor, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, dateWords, listWords, plural } from '../../../ui/words.ts'
import type { OlderPlan, QueueRow } from '../older-plan-store.ts'
import type { Colleague } from '../team-store.ts'
import { nameOnPlan } from '../open-older-plan.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly plan: OlderPlan
  readonly isMine: boolean
  /** To whom it can be handed over. */
  readonly colleagues: readonly Colleague[]
  /** A manager takes it from somebody who has it. */
  readonly mayTakeOver: boolean
  /** Others that may be of the same child. */
  readonly others: readonly QueueRow[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export const sectionChoices = [{ value: '', text: 'Choose a section' }, ...sections.map((section) => ({ value: section, text: `${section}: ${sectionTitles[section]}` }))]

/** What was read of the file, section by section, with what waits on top and the file's own order beside it. */
export function view({ frame, area, plan, isMine, colleagues, mayTakeOver, others, errors, values }: Props) {
  const title = `Plan of ${nameOnPlan(plan)}, from before`
  const { waiting, unsure, empty, standing } = countsOf(plan.pieces)
  const key = { area: area.code, olderPlanId: plan.id }
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.olderPlans({ area: area.code }), text: 'Plans from before' }} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{standingWords[standing]}: {waiting === 0 ? 'no words wait to be placed' : `${plural(waiting, 'piece')} of words ${waiting === 1 ? 'waits' : 'wait'} to be placed`}, {unsure === 0 ? 'and none is unsure' : `${unsure} ${unsure === 1 ? 'is' : 'are'} unsure`}.{empty.length > 0 && ` Nothing was found for ${listWords(empty.map((section) => `section ${section}`))}.`}</p>
      <p class="govuk-body"><a class="govuk-link" href={paths.olderPlanOriginal(key)}>Open the file as it came ({plan.fileName})</a></p>
      <FileNotes plan={plan} />
      <SameChild others={others} area={area.code} />
      <InHand {...{ frame, plan, isMine, colleagues, mayTakeOver, errors, values }} />
      <div class="hub-older-plan">
        <div>
          <Tray {...{ frame, plan, isMine, errors, values, area }} />
          {sections.map((section) => <OneSection {...{ frame, plan, isMine, section, area }} />)}
          <LeftOut plan={plan} isMine={isMine} area={area.code} />
        </div>
        <section class="hub-older-plan__original" aria-labelledby="original" tabIndex={0}>
          <h2 class="govuk-heading-m" id="original">In the order of the file</h2>
          {plan.pieces.map((piece) => <InOrder piece={piece} />)}
        </section>
      </div>
      {isMine && (
        <div class="govuk-button-group">
          <Button href={paths.confirmOlderPlan(key)}>Go on to confirm the plan</Button>
          <a class="govuk-link" href={paths.setOlderPlanAside(key)}>Set it aside, or keep it as an earlier plan</a>
        </div>
      )}
    </HubPage>
  )
}

function FileNotes({ plan: { notes: { changes, comments, pictures }, facts } }: { readonly plan: OlderPlan }) {
  const said = [
    ...(facts.isDraft === true ? ['The file says that it is a draft. Bring in the final plan if there is one.'] : []),
    ...(changes > 0 ? [`The file has ${plural(changes, 'tracked change')}. They were read as if they were accepted: check these words with the file.`] : []),
    ...(comments > 0 ? [`The file has ${plural(comments, 'comment')}. They are no part of the plan and stay in the file.`] : []),
    ...(pictures > 0 ? [`The file has ${plural(pictures, 'picture')}. Words in pictures cannot be read: look at them in the file.`] : []),
  ]
  return said.length === 0 ? null : <InsetText><ul class="govuk-list govuk-!-margin-bottom-0">{said.map((words) => <li>{words}</li>)}</ul></InsetText>
}

function SameChild({ others, area }: { readonly others: readonly QueueRow[]; readonly area: string }) {
  if (others.length === 0) return null
  return (
    <InsetText>
      <p class="govuk-body">{others.length === 1 ? 'Another file looks' : `${others.length} other files look`} like this child’s. Only the newest is the plan in force; the others can be kept as earlier plans.</p>
      <ul class="govuk-list govuk-list--bullet">
        {others.map(({ id, fileName, facts }) => <li><a class="govuk-link" href={paths.olderPlan({ area, olderPlanId: id })}>{fileName}</a>{facts.issuedOn !== undefined && `, plan of ${dateWords(facts.issuedOn)}`}</li>)}
      </ul>
    </InsetText>
  )
}

function InHand({ frame, plan, isMine, colleagues, mayTakeOver, errors, values }: Pick<Props, 'frame' | 'plan' | 'isMine' | 'colleagues' | 'mayTakeOver' | 'errors' | 'values'>) {
  if (plan.state !== 'read') return <InsetText>{plan.state === 'set-aside' ? `This plan was set aside: ${plan.reason ?? ''}` : 'This plan is done. It can be read here, and changed no more.'}</InsetText>
  if (plan.claim === undefined) return <Form tokens={frame.tokens}><Button name="do" value="claim">Start on this plan</Button></Form>
  if (!isMine) {
    return (
      <Form tokens={frame.tokens}>
        <p class="govuk-body">{plan.claim.name} has this plan in hand, and took it or worked on it last on {dateTimeWords(plan.claim.at)}. Unless they go on with it, anybody can take it after {dateWords(inHandUntil(plan.claim))}.{!mayTakeOver && ' Before that they can hand it over, or a SEND manager can take it over.'}</p>
        {mayTakeOver && <Button variant="secondary" name="do" value="claim">Take it over</Button>}
      </Form>
    )
  }
  return (
    <Form tokens={frame.tokens}>
      <p class="govuk-body">You have this plan in hand. <button type="submit" class="hub-link-button" name="do" value="let-go">Put it back for somebody else</button></p>
      {colleagues.length > 0 && (
        <Details summary="Hand it over to a colleague" open={errorFor(errors, 'to') !== undefined}>
          <p class="govuk-body">What you did so far is kept. If nobody works on it for {plural(daysInHand, 'day')}, it goes back by itself.</p>
          <SelectField name="to" label="Who goes on with it?" items={[{ value: '', text: 'Choose a colleague' }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]} errors={errors} values={values} />
          <Button variant="secondary" name="do" value="hand-over">Hand it over</Button>
        </Details>
      )}
    </Form>
  )
}

/** What belongs nowhere yet: each is put into a section or left out with a reason. */
function Tray({ frame, plan, isMine, errors, values, area }: Omit<Props, 'others' | 'colleagues' | 'mayTakeOver'>) {
  const waiting = plan.pieces.filter(waits)
  if (waiting.length === 0) return null
  const chosen = choicesOf(values, 'piece')
  const error = errorFor(errors, 'tray')
  return (
    <section aria-labelledby="tray-title" class="hub-older-plan__tray">
      <h2 class="govuk-heading-m" id="tray-title">Waiting to be placed</h2>
      <p class="govuk-body">Nothing is thrown away. Put each of these where it belongs, or leave it out and say why: what stands on a front page is often no part of the plan.</p>
      {!isMine
        ? <ul class="govuk-list govuk-list--spaced">{waiting.map((piece) => <li><Words piece={piece} /></li>)}</ul>
        : (
          <Form tokens={frame.tokens}>
            <input type="hidden" name="n" value={String(plan.n)} />
            <fieldset class="govuk-fieldset" id="tray" tabIndex={-1}>
              <legend class="govuk-fieldset__legend govuk-visually-hidden">Words that wait</legend>
              {error !== undefined && <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {error}</p>}
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {waiting.map((piece) => (
                  <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" id={`piece-${piece.id}`} name="piece" value={String(piece.id)} checked={chosen.includes(String(piece.id))} aria-describedby={`why-${piece.id}`} />
                    <label class="govuk-label govuk-checkboxes__label hub-older-plan__words" for={`piece-${piece.id}`}>{piece.text}</label>
                    <span class="govuk-hint govuk-checkboxes__hint" id={`why-${piece.id}`}>{piece.why}. <a class="govuk-link" href={paths.olderPlanPiece({ area: area.code, olderPlanId: plan.id, pieceNo: String(piece.id) })}>Split or join</a></span>
                  </div>
                ))}
                <div class="govuk-checkboxes__divider">or</div>
                <div class="govuk-checkboxes__item">
                  <input class="govuk-checkboxes__input" type="checkbox" id="all" name="all" value="yes" checked={values['all'] === 'yes'} />
                  <label class="govuk-label govuk-checkboxes__label" for="all">All of these</label>
                </div>
              </div>
            </fieldset>
            <div class="hub-older-plan__tools">
              <SelectField name="section" label="Put what is ticked into" items={sectionChoices} errors={errors} values={values} />
              <Button variant="secondary" name="do" value="move">Put it there</Button>
            </div>
            <div class="hub-older-plan__tools">
              <TextField name="reason" label="Or leave out what is ticked, because" hint="For example: the front page of the form" whoCanSee={[`the SEND team of ${area.councilName}`]} errors={errors} values={values} />
              <Button variant="secondary" name="do" value="leave-out">Leave it out</Button>
            </div>
          </Form>
        )}
    </section>
  )
}

const sureWords = { likely: 'Likely', unsure: 'Unsure' } as const

function Words({ piece }: { readonly piece: Piece }) {
  return (
    <>
      {piece.sure !== 'sure' && piece.section !== undefined && <><Tag colour={piece.sure === 'unsure' ? 'orange' : 'yellow'}>{sureWords[piece.sure]}</Tag>{' '}</>}
      <span class="hub-older-plan__words">{piece.text}</span>
      {piece.under !== undefined && piece.section !== undefined && <span class="govuk-hint govuk-!-margin-bottom-0">Under “{piece.under}”</span>}
      {piece.sure !== 'sure' && <span class="govuk-hint govuk-!-margin-bottom-0">{piece.why}</span>}
      {piece.kind === 'none-identified' && <span class="govuk-hint govuk-!-margin-bottom-0">Read as: nothing is needed here</span>}
    </>
  )
}

function OneSection({ frame, plan, isMine, section, area }: Pick<Props, 'frame' | 'plan' | 'isMine' | 'area'> & { readonly section: Section }) {
  const pieces = plan.pieces.filter((piece) => piece.section === section)
  const unsure = pieces.filter(({ sure }) => sure !== 'sure').length
  return (
    <section aria-labelledby={`section-${section}`}>
      <h2 class="govuk-heading-m" id={`section-${section}`}>Section {section}: {sectionTitles[section]}</h2>
      {pieces.length === 0
        ? <p class="govuk-body hub-muted">Nothing was found for this section.</p>
        : (
          <ol class="govuk-list govuk-list--spaced hub-older-plan__lines">
            {pieces.map((piece) => (
              <li id={`p${piece.id}`}>
                <Words piece={piece} />
                {isMine && <p class="govuk-body-s govuk-!-margin-bottom-0"><a class="govuk-link" href={paths.olderPlanPiece({ area: area.code, olderPlanId: plan.id, pieceNo: String(piece.id) })}>Move, split or join<span class="govuk-visually-hidden"> “{piece.text.slice(0, 60)}”</span></a></p>}
              </li>
            ))}
          </ol>
        )}
      {isMine && unsure > 0 && (
        <Form tokens={frame.tokens}>
          <input type="hidden" name="n" value={String(plan.n)} />
          <Button variant="secondary" name="do" value={`agree-${section}`}>All of section {section} is right as it stands</Button>
        </Form>
      )}
    </section>
  )
}

/** What is no line of the plan: headings of the form, what is printed on each page, and what a person left out. */
function LeftOut({ plan, isMine, area }: { readonly plan: OlderPlan; readonly isMine: boolean; readonly area: string }) {
  const out = plan.pieces.filter((piece) => piece.leftOut !== undefined)
  const form = plan.pieces.filter((piece) => piece.role !== 'line')
  const change = (piece: Piece) => isMine && <> <a class="govuk-link" href={paths.olderPlanPiece({ area, olderPlanId: plan.id, pieceNo: String(piece.id) })}>Change<span class="govuk-visually-hidden"> “{piece.text.slice(0, 60)}”</span></a></>
  return (
    <>
      {out.length > 0 && (
        <section aria-labelledby="left-out">
          <h2 class="govuk-heading-m" id="left-out">Left out, with the reason</h2>
          <ul class="govuk-list govuk-list--spaced">{out.map((piece) => <li><span class="hub-older-plan__words">{piece.text}</span><span class="govuk-hint govuk-!-margin-bottom-0">{piece.leftOut}</span>{change(piece)}</li>)}</ul>
        </section>
      )}
      {form.length > 0 && (
        <Details summary={`Headings of the form, and what stands on each page (${form.length})`}>
          <ul class="govuk-list govuk-list--spaced">{form.map((piece) => <li>{piece.text}<span class="govuk-hint govuk-!-margin-bottom-0">{piece.why}</span>{change(piece)}</li>)}</ul>
        </Details>
      )}
    </>
  )
}

const InOrder = ({ piece }: { readonly piece: Piece }) => (
  piece.role === 'heading'
    ? <p class="govuk-body govuk-!-font-weight-bold">{piece.text}</p>
    : <p class="govuk-body hub-older-plan__words"><strong class="hub-older-plan__mark">{piece.section ?? (piece.leftOut === undefined && piece.role === 'line' ? 'Waits' : 'Out')}</strong> {piece.text}</p>
)
