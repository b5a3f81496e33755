import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { read } from '../../../casebook/tx.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { DisputeRow } from '../address-store.ts'
import { closeDisputes, listOpenDisputes, openDispute } from '../address-store.ts'
import type { KnownMember } from '../family-store.ts'
import { getMember, listFamily } from '../family-store.ts'
import { openCaseFor } from '../find-member.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'

const outcomes = ['right', 'changed', 'not-theirs'] as const
const outcomeWords = { right: 'the address is right', changed: 'the address was put right', 'not-theirs': 'letters go another way' } as const

type Input = { readonly relationshipId: string } & ({ readonly do: 'hold'; readonly why: 'disputed' | 'returned' } | { readonly do: 'settle'; readonly outcome: (typeof outcomes)[number] })

/** Holds every letter to one family member while their address is in doubt, or lets them go again. */
export const questionAddress = act('question-address', async (tx, caseFile, input: Input): Promise<Outcome<'held' | 'settled', { readonly kind: 'not-on-record' | 'nothing-held' }>> => {
  const member = (await listFamily(tx, caseFile)).find((one) => one.relationshipId === input.relationshipId)
  if (member === undefined) return refused({ kind: 'not-on-record' })
  if (input.do === 'hold') {
    const disputeId = await openDispute(tx, caseFile, { personId: member.personId, why: input.why })
    await recordFact(tx, caseFile, { type: 'address-questioned', disputeId, name: member.fullName })
    return ok('held')
  }
  const [open] = (await listOpenDisputes(tx, caseFile)).filter(({ personId }) => personId === member.personId)
  if (open === undefined) return refused({ kind: 'nothing-held' })
  await closeDisputes(tx, caseFile, member.personId, input.outcome)
  await recordFact(tx, caseFile, { type: 'address-settled', disputeId: open.id, name: member.fullName, outcome: outcomeWords[input.outcome] })
  return ok('settled')
})

interface Found { readonly caseFile: CaseFile; readonly member: KnownMember; readonly disputes: readonly DisputeRow[] }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const caseFile = await openCaseFor(tx, ask, 'question-address')
  const member = await getMember(tx, caseFile, param(ask, 'relationshipId'))
  return { caseFile, member, disputes: (await listOpenDisputes(tx, caseFile)).filter(({ personId }) => personId === member.personId) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await find(ask), [], {}))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (field: string, message: string): Reply => wrongForm(view(ask, found, [{ field, message }], ask.form.values()))
  const relationshipId = param(ask, 'relationshipId')
  const outcome = outcomes.find((one) => one === ask.form.text('outcome'))
  const why = (['disputed', 'returned'] as const).find((one) => one === ask.form.text('why'))
  const isSettling = ask.form.text('do') === 'settle'
  if (isSettling && outcome === undefined) return again('outcome', 'Select what you found')
  if (!isSettling && why === undefined) return again('why', 'Select why the address is in doubt')
  const done = await questionAddress(ask, caseKeyOf(ask), isSettling ? { relationshipId, do: 'settle', outcome: outcome ?? 'right' } : { relationshipId, do: 'hold', why: why ?? 'disputed' })
  if (!done.ok) return again(isSettling ? 'outcome' : 'why', 'Somebody was quicker. Look again')
  return redirect(paths.caseFamily(found.caseFile.key, { done: done.value === 'held' ? 'address-held' : 'address-settled' }))
}

function view({ frame }: Ask, { caseFile, member, disputes }: Found, errors: FormErrors, values: FormValues) {
  const title = `Is the address of ${member.fullName} in doubt?`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {disputes.map(({ openedAt, holdsUntil, why }) => (
          <InsetText>{why === 'changed' ? 'The address was changed' : why === 'returned' ? 'A letter came back' : 'Somebody said that the address is wrong'} on {dateTimeWords(openedAt)}. Letters wait {holdsUntil === undefined ? 'until somebody settles it' : `until ${dateTimeWords(holdsUntil)}`}.</InsetText>
        ))}
        <Form tokens={frame.tokens}>
          {disputes.length > 0
            ? (
              <>
                <input type="hidden" name="do" value="settle" />
                <RadiosField errors={errors} values={values} name="outcome" legend="What did you find?" hint="Ask them by a way that we knew before." items={[{ value: 'right', text: 'The address on record is right' }, { value: 'changed', text: 'I have recorded the right one' }, { value: 'not-theirs', text: 'They are not there; I have recorded another way to reach them' }]} />
                <Button>Settle it, and let letters go</Button>
              </>
            )
            : (
              <>
                <p class="govuk-body">Every letter to {member.fullName} will wait until somebody settles it.</p>
                <RadiosField errors={errors} values={values} name="why" legend="Why?" items={[{ value: 'disputed', text: 'Somebody says that it is wrong' }, { value: 'returned', text: 'A letter came back' }]} />
                <Button>Hold letters</Button>
              </>
            )}
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
