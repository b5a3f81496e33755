import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { fieldWords } from '../../../ui/plan-read.tsx'
import { isFamily } from '../closed.tsx'
import { isWorkedOn } from '../served-draft.ts'
import { audienceFor, OnBehalfFields, speaksForFamily } from '../on-behalf.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { Said } from '../said.tsx'
import { longestText } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly family: readonly Addressee[]
  readonly viewerName: string
  /** What this viewer has said here before. */
  readonly said: readonly Proposal[]
  readonly isServed: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

const titleFor = (caseFile: CaseFile): string =>
  speaksForFamily(caseFile) ? 'Record what the family said' : isFamily(caseFile) ? 'What do you think of this part?' : 'Comment on this line'

/** From where one came: the draft as sent or, before it was sent, the draft that is being written. */
const backTo = ({ caseFile, isServed }: Pick<Props, 'caseFile' | 'isServed'>, anchor: string): { href: string; text: string } => {
  if (isWorkedOn(caseFile)) return { href: `${paths.planWorking(caseFile.key)}#${anchor}`, text: 'Back to the working document' }
  return { href: `${isServed ? paths.sharedDraft(caseFile.key) : paths.plan(caseFile.key)}#${anchor}`, text: 'Back to the draft' }
}

function Box(props: Pick<Props, 'caseFile' | 'viewerName' | 'errors' | 'values'> & { name: string; label: string; hint?: string; rows?: number }) {
  const { caseFile, viewerName, rows = 5, ...rest } = props
  return <TextAreaField {...rest} rows={rows} maxLength={longestText} whoCanSee={audienceFor(caseFile, viewerName)} />
}

export function lineView(props: Props & { readonly line: PlanLine }) {
  const { frame, caseFile, family, line, said, errors, values } = props
  const title = titleFor(caseFile)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={backTo(props, `line-${line.id}`)}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, section {line.section}: {sectionTitles[line.section]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText>
          {line.text.split('\n').map((text) => <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>)}
          {fieldWords(line).map((words) => <p class="govuk-body-s govuk-!-margin-bottom-1">{words}</p>)}
        </InsetText>
        {said.map((proposal) => <Said proposal={proposal} />)}
        <Form tokens={frame.tokens}>
          <input type="hidden" name="revision" value={line.revision} />
          <OnBehalfFields caseFile={caseFile} family={family} errors={errors} values={values} />
          <RadiosField
            name="kind"
            legend={speaksForFamily(caseFile) ? 'What did they say?' : 'What do you want to do?'}
            errors={errors}
            values={values}
            items={[
              { value: 'comment', text: 'Write a comment', hint: 'Tell us if it is right, wrong or not clear.', conditional: <Box {...props} name="comment" label="Comment" /> },
              {
                value: 'change', text: 'Change the words',
                conditional: <Box {...props} name="words" label="The words as they should be" hint="The words are filled in. Change what is not right." rows={8} />,
              },
              { value: 'remove', text: 'Take this part out' },
            ]}
          />
          <Box {...props} name="because" label="Why? You do not have to say" rows={3} hint="For a change, or to take the part out." />
          <Button preventDoubleClick>Send</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

export function sectionView(props: Props & { readonly section: Section }) {
  const { frame, caseFile, family, section, said, errors, values } = props
  const onlyComment = section === 'K'
  const title = onlyComment ? 'Is a report missing or wrong?' : `Add to section ${section}`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={backTo(props, `section-${section}`)}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}, section {section}: {sectionTitles[section]}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {said.map((proposal) => <Said proposal={proposal} />)}
        <Form tokens={frame.tokens}>
          <OnBehalfFields caseFile={caseFile} family={family} errors={errors} values={values} />
          {onlyComment ? <Box {...props} name="comment" label="What is missing or wrong?" /> : (
            <>
              <RadiosField
                name="kind"
                legend={speaksForFamily(caseFile) ? 'What did they say?' : 'What do you want to do?'}
                errors={errors}
                values={{ kind: 'add', ...values }}
                items={[
                  { value: 'add', text: 'Add something that is missing', conditional: <Box {...props} name="words" label="What should it say?" hint="Use your own words. We may ask you about them." /> },
                  { value: 'comment', text: 'Write a comment on this section', conditional: <Box {...props} name="comment" label="Comment" /> },
                ]}
              />
              <Box {...props} name="because" label="Why? You do not have to say" rows={3} />
            </>
          )}
          <Button preventDoubleClick>Send</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
