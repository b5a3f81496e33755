import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { NotAtThisStage } from '../../../casebook/act.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { meetingDays } from '../../../domain/review/review-dates.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { KeptContribution } from '../contribution-store.ts'
import { asSentRound, isToSendRound, listContributions } from '../contribution-store.ts'
import { ContributionRead } from '../contribution-read.tsx'
import { closedWords, inviteeWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import { mayReadContribution, openReview, readReviewed, readsNow } from '../open-review.ts'
import type { CirculateRefusal } from './circulate-papers.ts'
import { circulatePapers } from './circulate-papers.ts'

const title = 'The papers for the meeting'

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    const open = await openReview(tx, caseFile, param(ask, 'reviewId'))
    const { version, lines } = await readReviewed(tx, caseFile, open.arrangement)
    const readable = (await listContributions(tx, caseFile, open.review.id)).filter((one) => one.givenAt !== undefined && mayReadContribution(open, one)).map((one) => (readsNow(open, one) ? one : asSentRound(one)))
    const numbers = lineNumbers(version.content)
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review({ ...caseFile.key, reviewId: open.review.id }), text: 'Back to the review' }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}, review on {dateWords(open.review.meetingOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {mayLook('final-plan', caseFile.parts) && <p class="govuk-body"><a class="govuk-link" href={paths.finalPlan(caseFile.key)}>The plan</a> that is reviewed</p>}
          {open.runs && <Circulate ask={ask} open={open} readable={readable} />}
          {readable.length === 0 && <EmptyState title="Nothing to read yet"><p class="govuk-body">{open.runs ? 'Nobody has given their part yet.' : 'What people give is shown here when the papers have been sent round.'}</p></EmptyState>}
          {readable.map((one) => {
            const by = open.invitations.find(({ id }) => id === one.invitationId)
            return by === undefined ? null : (
              <section class="hub-section" aria-labelledby={`from-${by.id}`}>
                <h2 class="govuk-heading-m" id={`from-${by.id}`}>{by.name}, {by.profession ?? inviteeWords[by.part]}</h2>
                <ContributionRead contribution={one} lines={lines} numbers={numbers} showsEarlier={readsNow(open, one)} />
              </section>
            )
          })}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

function Circulate({ ask, open, readable }: { ask: Ask; open: OpenReview; readable: readonly KeptContribution[] }) {
  const { review, invitations } = open
  if (review.isCalledOff || review.reportOn !== undefined) return null
  const fresh = readable.filter(isToSendRound)
  const without = invitations.filter(({ sentAt, papersAt }) => sentAt !== undefined && papersAt === undefined)
  const missing = invitations.filter(({ id, part }) => part !== 'officer' && !readable.some(({ invitationId }) => invitationId === id))
  return (
    <div id="papers" tabIndex={-1}><Form tokens={ask.frame.tokens}>
      {missing.length > 0 && <InsetText>Not given yet: {listWords(missing.map(({ name }) => name))}.</InsetText>}
      {fresh.length === 0 && without.length === 0 ? <p class="govuk-body">Everything given is with everybody who is invited.</p> : (
        <>
          <p class="govuk-body">The papers go round by {dateWords(meetingDays(review.meetingOn).papersBy)} (SEND Regulations 2014, reg 20(4)). What comes later can be sent round after. No parent is shown another parent’s words.</p>
          <Button preventDoubleClick>{review.circulatedOn === undefined ? 'Send the papers round' : 'Send round what is new'}</Button>
        </>
      )}
    </Form></div>
  )
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const reviewId = param(ask, 'reviewId')
  const done = await circulatePapers(ask, caseKeyOf(ask), { reviewId })
  if (!done.ok) return shown(ask, [{ field: 'papers', message: refusalWords(done.refusal) }])
  return redirect(paths.review({ ...caseKeyOf(ask), reviewId }, { done: 'papers-sent' }))
}

function refusalWords(refusal: CirculateRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'review-is-over': return 'The review is over'
    case 'nobody-invited': return 'Send the invitations first: nobody has one yet'
    case 'nothing-new': return 'Everything given is with everybody who is invited already'
    case 'notice-incomplete': return 'The letter lacks something that the law asks for. Check the day, time and place of the meeting'
    case 'not-at-this-stage': return closedWords(refusal)
  }
}
