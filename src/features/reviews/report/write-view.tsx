import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { meetingDays } from '../../../domain/review/review-dates.ts'
import { isConcludedOn } from '../../../domain/review/review-report.ts'
import type { SentProposal } from '../../../domain/review/sent-report.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import { AddFields, LineFields } from '../line-fields.tsx'
import { answerWords, childPartWords, pathwayWords, proposalKindWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import type { KeptReport } from '../report-store.ts'
import type { Attachable } from './attachments.ts'
import { longestText } from './form.ts'
import type { Gathered, GatheredLine } from './gather.ts'

export interface WriteProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open: OpenReview
  readonly gathered: Gathered
  /** What can go with it. */
  readonly papers: readonly Attachable[]
  readonly kept?: KeptReport
  readonly version: number
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Read and finish the report'

export function writeView(props: WriteProps) {
  const { frame, caseFile, open, closed, version, errors, values, gathered } = props
  const key = { ...caseFile.key, reviewId: open.review.id }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.review(key), text: 'Back to the review' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, review on {dateWords(open.review.meetingOn)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={frame.tokens}>
            <input type="hidden" name="version" value={String(version)} />
            <p class="govuk-body">It is filled in from what people gave. Read it, change what is not right, and send it by {dateWords(meetingDays(open.review.meetingOn).reportBy)}: two weeks after the meeting (SEND Regulations 2014, reg 20(7)).</p>
            <p class="hub-who-can-see govuk-!-margin-bottom-6"><strong>Who can see this:</strong> everybody who is invited and the {caseFile.area.councilName} SEND team, once it is sent. Both parents read what you write here. What each parent gave stands in their own copy and in those of staff, never in the other parent’s.</p>
            <Meeting {...props} />
            <TextAreaField name="summary" label="The review in a few sentences" labelOptions={{ class: 'govuk-label--m' }} hint="How the child is getting on, and what matters most now. You do not have to" rows={4} maxLength={longestText} threshold={75} whoCanSee="said above" errors={errors} values={values} />
            {inOrder.map((section) => <LinesOf {...props} section={section} />)}
            {gathered.lines.some(({ line }) => !isConcludedOn(line)) && (
              <Details summary="The other lines of the plan: views, setting and payments">{gathered.lines.filter(({ line }) => !isConcludedOn(line)).map((one) => <OneLine {...props} one={one} />)}</Details>
            )}
            <AddFields errors={errors} values={values} />
            <Proposals {...props} />
            {open.isYearNine && <Adulthood {...props} />}
            <Papers {...props} />
            <p class="govuk-hint" data-autosave={paths.reviewWriteAutosave(key)} role="status" />
            <div class="govuk-button-group">
              <Button name="next" value="send" preventDoubleClick>Send the report</Button>
              <Button name="next" value="save" variant="secondary" preventDoubleClick>Save and come back later</Button>
            </div>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

/** Outcomes first, then what is done for them, then why. */
const inOrder: readonly Section[] = ['E', 'F', 'G', 'H1', 'H2', 'B', 'C', 'D', ...sections.filter((one) => ['A', 'I', 'J', 'K'].includes(one))]

function Meeting({ caseFile, open: { review, invitations }, kept }: WriteProps) {
  const note = kept?.note
  const there = invitations.filter(({ attended }) => attended === 'came' || attended === 'online').map(({ name }) => name)
  return (
    <section id="meeting" tabIndex={-1}>
      <h2 class="govuk-heading-m">The meeting</h2>
      <SummaryList rows={[
        { key: 'Held on', value: review.heldOn === undefined ? 'Not recorded yet' : dateWords(review.heldOn), actions: [{ href: paths.reviewHold({ ...caseFile.key, reviewId: review.id }), text: review.heldOn === undefined ? 'Record it' : 'Change', visuallyHiddenText: 'the record of the meeting' }] },
        { key: 'Who was there', value: there.length === 0 ? 'Nobody is ticked yet' : listWords(there) },
        { key: `${caseFile.child.preferredName}’s part`, value: note?.childPart === undefined ? 'Not recorded yet' : childPartWords[note.childPart] },
        ...(note === undefined || note.agreed === '' ? [] : [{ key: 'Agreed', value: <span class="hub-letter__text">{note.agreed}</span> }]),
        ...(note === undefined || note.notAgreed === '' ? [] : [{ key: 'Not agreed', value: <span class="hub-letter__text">{note.notAgreed}</span> }]),
      ]} />
    </section>
  )
}

function LinesOf(props: WriteProps & { readonly section: Section }) {
  const lines = props.gathered.lines.filter(({ line }) => line.section === props.section && isConcludedOn(line))
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={`report-${props.section}`}>
      <h2 class="govuk-heading-m" id={`report-${props.section}`}>Section {props.section}: {sectionTitles[props.section]}</h2>
      {lines.map((one) => <OneLine {...props} one={one} />)}
    </section>
  )
}

function OneLine({ one: { line, number, voices, differs }, errors, values }: WriteProps & { readonly one: GatheredLine }) {
  return (
    <LineFields line={line} number={number} errors={errors} values={values}>
      {voices.length > 0 && (
        <Details summary={<>What people said{differs && <> <Tag colour="orange">They differ</Tag></>}</>}>
          <ul class="govuk-list govuk-list--bullet">
            {voices.map(({ from, reply }) => <li><strong>{from}:</strong> {[reply.answer === undefined ? '' : answerWords[reply.answer], reply.words ?? ''].filter((words) => words !== '').join('. ')}</li>)}
          </ul>
        </Details>
      )}
    </LineFields>
  )
}

function Proposals(props: WriteProps) {
  const { gathered: { proposals } } = props
  return (
    <section aria-labelledby="proposals">
      <h2 class="govuk-heading-m" id="proposals">Changes that people ask for</h2>
      {proposals.length === 0
        ? <p class="govuk-body">Nobody asked for a change to the plan.</p>
        : <p class="govuk-body">Say of each whether you recommend it. Where you do not, the report says why (SEND Regulations 2014, reg 20(8)). The council decides.</p>}
      {proposals.map((one) => <OneProposal {...props} one={one} />)}
    </section>
  )
}

function OneProposal({ one, errors, values }: WriteProps & { readonly one: SentProposal }) {
  const about = one.number === undefined ? `section ${one.section}` : one.number
  return (
    <div class="hub-review-line">
      <RadiosField
        name={`agrees-${one.proposalId}`} small class="govuk-radios--inline" errors={errors} values={values}
        legend={<><span class="hub-review-line__number">{proposalKindWords[one.kind]} {about}</span> {one.text === '' ? 'Take this line out of the plan.' : one.text}</>}
        hint={[...(one.amounts === undefined ? [] : [`How much: ${one.amounts}`]), `Asked for by ${one.from ?? 'somebody'}`, ...(one.because === undefined ? [] : [`Why: ${one.because}`])].join('. ')}
        items={[{ value: 'yes', text: 'We recommend it' }, { value: 'no', text: 'We do not' }]}
      />
      <TextAreaField name={`differs-${one.proposalId}`} label={<>If you do not, why?<span class="govuk-visually-hidden"> {about}</span></>} rows={2} whoCanSee="said above" errors={errors} values={values} />
    </div>
  )
}

function Adulthood({ gathered, errors, values }: WriteProps) {
  return (
    <section aria-labelledby="adulthood">
      <h2 class="govuk-heading-m" id="adulthood">Getting ready for adult life</h2>
      <p class="govuk-body">In or after Year 9 the report cannot be sent without these (SEND Regulations 2014, reg 20(6)).</p>
      <TextAreaField name="aspirations" label="What the young person wants for their life" rows={3} maxLength={longestText} threshold={75} whoCanSee="said above" errors={errors} values={values} />
      {adulthoodPathways.map((pathway) => {
        const looked = gathered.pathways[pathway].map(({ from }) => from)
        return <TextAreaField name={`path-${pathway}`} label={pathwayWords[pathway]} hint={looked.length === 0 ? 'Nobody gave anything on this' : `Considered by ${listWords(looked)}`} rows={3} maxLength={longestText} threshold={75} whoCanSee="said above" errors={errors} values={values} />
      })}
    </section>
  )
}

function Papers({ papers, caseFile, errors, values }: WriteProps) {
  return (
    <section aria-labelledby="papers-with-it">
      <h2 class="govuk-heading-m" id="papers-with-it">Papers that go with it</h2>
      {papers.length > 0 && (
        <CheckboxesField
          name="attach" legend="Which papers go with the report?" hint="Handed in since the review was arranged. Attaching a paper opens it to nobody new: each reader gets those that they may read" small errors={errors} values={values}
          items={papers.map(({ id, title: text }) => ({ value: id, text }))}
        />
      )}
      {papers.length === 0 && <p class="govuk-body">No paper was handed in since the review was arranged.</p>}
      {caseFile.open.includes('add-evidence') && <p class="govuk-body">Save the report first, then <a class="govuk-link" href={paths.caseEvidence(caseFile.key)}>hand in a paper</a>. It is listed here when you come back.</p>}
    </section>
  )
}
