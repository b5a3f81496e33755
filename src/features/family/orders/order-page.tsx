import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { effectWords, isInForce, restrictionKindWords } from '../../../domain/family/restriction.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, listWords } from '../../../ui/words.ts'
import { openCaseFor } from '../find-member.ts'
import { fieldReader } from '../read-fields.ts'
import type { ChangeRow, RestrictionRow, Terms } from '../restriction-store.ts'
import { getRestriction, listChanges } from '../restriction-store.ts'
import { TermsFields } from './fields.tsx'
import { readChange, termsValues } from './form.ts'
import type { ChangeRefusal } from './order-acts.ts'
import { changeRestriction } from './order-acts.ts'

interface Found { readonly caseFile: CaseFile; readonly order: RestrictionRow; readonly changes: readonly ChangeRow[]; readonly today: PlainDate }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const caseFile = await openCaseFor(tx, ask, 'change-restriction')
  const order = await getRestriction(tx, caseFile, param(ask, 'restrictionId'))
  return { caseFile, order, changes: (await listChanges(tx, caseFile)).filter(({ restrictionId }) => restrictionId === order.id), today: tx.today }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view(ask, found, [], termsValues(found.order)))
}

const refusalWords: Record<ChangeRefusal['kind'] | 'not-at-this-stage', string> = {
  'waits-already': 'A change waits for a second person. Settle it first', 'nothing-waits': 'Somebody has settled this already',
  'same-person': 'You asked for this change, so somebody else must confirm it', 'not-at-this-stage': 'This cannot be changed now',
}
const doneWords = { narrowed: 'restriction-recorded', waiting: 'easing-asked', widened: 'easing-confirmed', declined: 'easing-declined', reviewed: 'reviewed' } as const

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, { ...termsValues(found.order), ...ask.form.values() }))
  if (ask.form.text('do') === 'review') {
    const reader = fieldReader(ask.form)
    const reviewOn = reader.day('review', 'The day of the next review', { earliest: found.today })
    if (reader.errors.length > 0) return again(reader.errors)
    const noted = await changeRestriction(ask, caseKeyOf(ask), { do: 'review', restrictionId: found.order.id, ...(reviewOn === undefined ? {} : { reviewOn }) })
    return noted.ok ? redirect(paths.restriction({ ...found.caseFile.key, restrictionId: found.order.id }, { done: 'reviewed' })) : again([{ field: 'review', message: refusalWords[noted.refusal.kind] }])
  }
  const form = readChange(ask.form, found.order)
  if ('errors' in form) return wrongForm(view(ask, found, form.errors, ask.form.values()))
  const changed = await changeRestriction(ask, caseKeyOf(ask), { do: 'change', restrictionId: found.order.id, ...form.value })
  if (!changed.ok) return wrongForm(view(ask, found, [{ field: 'effects', message: refusalWords[changed.refusal.kind] }], ask.form.values()))
  return redirect(paths.restriction({ ...found.caseFile.key, restrictionId: found.order.id }, { done: doneWords[changed.value] }))
}

/** The second person's word. */
export async function settle(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const settled = await changeRestriction(ask, caseKeyOf(ask), { do: ask.form.text('do') === 'confirm' ? 'confirm' : 'decline', restrictionId: found.order.id })
  if (!settled.ok) return wrongForm(view(ask, found, [{ field: 'confirm', message: refusalWords[settled.refusal.kind] }], termsValues(found.order)))
  return redirect(paths.restriction({ ...found.caseFile.key, restrictionId: found.order.id }, { done: doneWords[settled.value] }))
}

const span = ({ from, to }: Terms): string => (to === undefined ? `from ${dateWords(from)}` : `${dateWords(from)} to ${dateWords(to)}`)
const termsWords = (terms: Terms): string => `${terms.effects.length === 0 ? 'nothing' : listWords(terms.effects.map((one) => effectWords[one]))}; ${span(terms)}`

function view(ask: Ask, { caseFile, order, changes, today }: Found, errors: FormErrors, values: FormValues) {
  const { frame, viewer } = ask
  const title = `${restrictionKindWords[order.kind]}${order.name === undefined ? '' : `: ${order.name}`}`
  const of = { ...caseFile.key, restrictionId: order.id }
  const isMine = viewer.kind === 'person' && order.waiting?.askedBy === viewer.personId
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={[
          { key: 'State', value: isInForce(order, today) ? <Tag colour="red">In force</Tag> : order.from > today ? <Tag colour="blue">Not yet</Tag> : <Tag colour="grey">Over</Tag> },
          { key: 'What follows', value: order.effects.length === 0 ? 'Nothing for this person here' : listWords(order.effects.map((one) => effectWords[one])) },
          { key: 'Days', value: span(order) },
          order.madeOn !== undefined && { key: 'Date of the order', value: dateWords(order.madeOn) },
          order.courtReference !== undefined && { key: 'Court reference', value: order.courtReference },
          { key: 'Evidence', value: order.evidence ?? (order.evidenceDocumentId === undefined ? 'None recorded' : '') },
          order.evidenceDocumentId !== undefined && { key: 'Paper', value: <a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: order.evidenceDocumentId })}>Open the paper</a> },
          order.words !== undefined && { key: 'Note', value: order.words },
          { key: 'Recorded', value: `${dateTimeWords(order.recordedAt)}${order.recordedByName === undefined ? '' : `, by ${order.recordedByName}`}` },
          order.reviewedOn !== undefined && { key: 'Looked at again', value: `${dateWords(order.reviewedOn)}${order.reviewedByName === undefined ? '' : `, by ${order.reviewedByName}`}` },
          order.reviewOn !== undefined && { key: 'Look at it again', value: `by ${dateWords(order.reviewOn)}` },
        ]} />
        {order.waiting !== undefined && (
          <section id="confirm">
            <h2 class="govuk-heading-m">A change waits for a second person</h2>
            <InsetText>{order.waiting.askedByName ?? 'Somebody'} asked to change it to: {termsWords(order.waiting)}. Reason: {order.waiting.reason}</InsetText>
            {isMine && <p class="govuk-body">You asked for it. Somebody else of the team must confirm it. You can take it back.</p>}
            <Form tokens={frame.tokens} action={paths.settleRestriction(of)}>
              <div class="govuk-button-group">
                {!isMine && <Button name="do" value="confirm">Confirm the change</Button>}
                <Button variant="secondary" name="do" value="decline">{isMine ? 'Take it back' : 'Decline'}</Button>
              </div>
            </Form>
          </section>
        )}
        {order.waiting === undefined && (
          <Form tokens={frame.tokens}>
            <h2 class="govuk-heading-m">Change or lift it</h2>
            <p class="govuk-body">Making it stricter holds at once. Easing it, ending it sooner or lifting it waits for a second person.</p>
            <TermsFields errors={errors} values={values} />
            <TextAreaField errors={errors} values={values} name="reason" label="Why, and what shows it?" rows={3} maxLength={1000} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} />
            <Button>Save the change</Button>
          </Form>
        )}
        <Form tokens={{ ...frame.tokens, once: `${frame.tokens.once.slice(0, -12)}${order.id.slice(-12)}` }} id="review-form">
          <h2 class="govuk-heading-m">Looked at again, still right</h2>
          <input type="hidden" name="do" value="review" />
          <DateField errors={errors} values={values} name="review" legend="Next time by (optional)" />
          <Button variant="secondary">Note that you looked at it</Button>
        </Form>
        {changes.length > 0 && (
          <Table
            caption="What was changed" captionSize="m" head={[{ content: 'When' }, { content: 'From' }, { content: 'To' }, { content: 'By' }]}
            rows={changes.map((one) => [
              { content: dateTimeWords(one.askedAt) }, { content: termsWords(one.was) }, { content: <>{termsWords(one)}. {one.reason}</> },
              { content: `${one.askedByName ?? 'the program'}${one.state === 'declined' ? `; declined${one.settledByName === undefined ? '' : ` by ${one.settledByName}`}` : one.settledByName === undefined ? one.state === 'waiting' ? '; waits' : '' : `, confirmed by ${one.settledByName}`}` },
            ])}
          />
        )}
      </TwoThirds>
    </CasePage>
  )
}
