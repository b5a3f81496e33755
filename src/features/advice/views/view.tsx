import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, FileField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Advice, KeptSave } from '../advice-store.ts'
import { acceptedExtensions } from '../../../platform/files/file-kinds.ts'
import { mostViewsFiles } from '../handed-in.ts'
import type { ViewsFile } from '../views-file-store.ts'
import { ViewsFiles } from '../views-files.tsx'
import type { FamilyMember } from '../recipient-store.ts'
import type { Whose } from './form.ts'
import { fieldOf, methodField, takeOutField } from './form.ts'
import { childQuestions, methods, parentQuestions, readingHeading, readingKey } from './questions.ts'

export interface ViewsView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly whose: Whose
  readonly isStaff: boolean
  /** The young person writes for themselves. */
  readonly isOwn: boolean
  readonly author: { readonly id?: string; readonly name: string }
  readonly working: Advice | undefined
  readonly parents: readonly FamilyMember[]
  readonly members: readonly FamilyMember[]
  readonly mustChoose: boolean
  readonly closed: string | undefined
  readonly kept: readonly KeptSave[]
  readonly files: readonly ViewsFile[]
  /** Who is looking. */
  readonly personId: string
  readonly version: number
  readonly errors: FormErrors
  readonly values: FormValues
}

function titleOf({ whose, isStaff, isOwn, author, caseFile }: ViewsView): string {
  if (whose === 'child') return isOwn ? 'What you think' : `What ${caseFile.child.preferredName} thinks`
  return isStaff ? `Views of ${author.name === '' ? 'a parent' : author.name}` : 'What you think'
}

export function view(shown: ViewsView) {
  const { frame, caseFile, whose, isStaff, author, mustChoose, closed, kept, version, errors, values, working } = shown
  const title = titleOf(shown)
  const council = `the ${caseFile.area.councilName} SEND team`
  const audience = whose === 'parent' ? ['you', council] : ['you', council, 'people who help to write the plan']
  const questions = whose === 'parent' ? parentQuestions : childQuestions
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceList(caseFile.key), text: 'Back to advice' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined ? <WarningText>{closed}.</WarningText> : mustChoose ? <ChooseParent {...shown} /> : (
          <>
            <Opening {...shown} />
            {kept.length > 0 && working !== undefined && (
              <Details summary="What is saved now" open>{Object.values(working.answers).filter((text) => text !== '').map((text) => <p class="govuk-body hub-letter__text">{text}</p>)}</Details>
            )}
            <Form tokens={frame.tokens} upload>
              <input type="hidden" name="version" value={String(version)} />
              {isStaff && author.id !== undefined && <input type="hidden" name="for" value={author.id} />}
              {isStaff && (
                <RadiosField name="channel" legend="How did they tell you?" errors={errors} values={values} items={[
                  { value: 'phone', text: 'By phone' }, { value: 'interpreter', text: 'Through an interpreter' }, { value: 'in-person', text: 'In person' }, { value: 'letter', text: 'In writing' },
                ]} />
              )}
              {whose === 'child' && <HowAsked errors={errors} values={values} isOwn={shown.isOwn} audience={audience} />}
              {questions.map(({ id, question, hint }) => (
                <TextAreaField name={fieldOf(id)} label={question} labelOptions={{ class: 'govuk-label--m' }} {...(hint === '' ? {} : { hint })} rows={4} whoCanSee={audience} errors={errors} values={values} />
              ))}
              {whose === 'child' && <ChildExtra {...shown} audience={audience} council={council} />}
              {isStaff && <DateField name="dated" legend="When did they tell you?" errors={errors} values={values} />}
              <Files {...shown} audience={audience} />
              <div class="govuk-button-group">
                <Button name="next" value="send" preventDoubleClick>{isStaff ? 'Record these views' : 'Send to the council'}</Button>
                <Button name="next" value="save" variant="secondary" preventDoubleClick>Save and come back later</Button>
              </div>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

/** A drawing can say what no answer says. What was added is shown, so that nobody has to remember. */
function Files({ caseFile, working, files, personId, isStaff, errors, values, audience }: ViewsView & { audience: readonly string[] }) {
  return (
    <>
      {files.length > 0 && working !== undefined && (
        <>
          <h2 class="govuk-heading-m">{isStaff ? 'Files with these views' : 'Files you have added'}</h2>
          <ViewsFiles caseFile={caseFile} adviceId={working.id} files={files} names={isStaff ? 'everybody' : personId} />
          <CheckboxesField name={takeOutField} legend="Do you want to take any out?" hint="It is taken out when you save or send." small errors={errors} values={values} items={files.map(({ documentId, fileName }) => ({ value: documentId, text: fileName }))} />
        </>
      )}
      <FileField
        name="report"
        label={files.length > 0 ? 'Add more files' : 'Add a drawing, a photo, a recording or a letter'}
        labelOptions={{ class: 'govuk-label--m' }}
        hint={`You can choose up to ${mostViewsFiles}. Each can be up to 25MB, which is a film of about one minute. We keep them as they are.`}
        accept={acceptedExtensions}
        multiple
        whoCanSee={audience}
        errors={errors}
      />
    </>
  )
}

function Opening({ whose, isStaff, isOwn, caseFile }: ViewsView) {
  if (isStaff) return <p class="govuk-body">Write their own words wherever you can. {whose === 'parent' && 'No other parent sees what is written here.'}</p>
  if (whose === 'parent') {
    return <p class="govuk-body">You know your child best. Answer what you like and leave the rest. You can also phone us, or talk through an interpreter. These are your own words: no other parent can read them here.</p>
  }
  return <p class="govuk-body">{isOwn ? 'Answer what you like and leave the rest. You can draw, take a photo, film or talk instead, and add it at the end.' : `You can help ${caseFile.child.preferredName} to answer. Write their words, not yours. Your own views have another page.`}</p>
}

function ChooseParent({ caseFile, parents, errors }: ViewsView) {
  if (parents.length === 0) return <p class="govuk-body">No parent is on the case yet. Record one under “Family” first.</p>
  return (
    <>
      {errors.map(({ message }) => <p class="govuk-error-message" id="for">{message}</p>)}
      <p class="govuk-body">Whose views do you write down? Each parent’s views are kept apart.</p>
      <ul class="govuk-list govuk-list--spaced">
        {parents.map(({ id, name }) => <li><a class="govuk-link" href={paths.giveViews({ ...caseFile.key, whose: 'parent' }, { for: id })}>{name}</a></li>)}
      </ul>
    </>
  )
}

function HowAsked({ errors, values, isOwn, audience }: { errors: FormErrors; values: FormValues; isOwn: boolean; audience: readonly string[] }) {
  return (
    <>
      <CheckboxesField name={methodField} legend={isOwn ? 'How are you telling us?' : 'How was the child asked?'} hint="Select all that apply" small errors={errors} values={values} items={Object.entries(methods).map(([value, text]) => ({ value, text }))} />
      <TextField name="supporter" label="Who helped?" hint="Name, and how they know the child" whoCanSee={audience} errors={errors} values={values} />
    </>
  )
}

function ChildExtra({ members, isOwn, errors, values, audience, council }: ViewsView & { audience: readonly string[]; council: string }) {
  return (
    <>
      {!isOwn && (
        <TextAreaField name={fieldOf(readingKey)} label={readingHeading} labelOptions={{ class: 'govuk-label--m' }} hint="Kept apart from the child’s own words." rows={4} whoCanSee={audience} errors={errors} values={values} />
      )}
      <TextAreaField
        name="keepOut" label={isOwn ? 'Is there anything you do not want in the plan?' : 'Did the child give a thumb down to anything?'} labelOptions={{ class: 'govuk-label--m' }}
        hint="One to a line, in the words that must not be in the plan. We look for them before anybody gets it." rows={3} whoCanSee={['you', council]} errors={errors} values={values}
      />
      {members.length > 0 && (
        <CheckboxesField
          name="notFor" legend={isOwn ? 'Is there anybody who must not read this?' : 'Is there anybody the child does not want to read this?'} small errors={errors} values={values}
          items={[...members.map(({ id, name }) => ({ value: `person:${id}`, text: name })), { value: 'school', text: 'The school, nursery or college' }]}
        />
      )}
    </>
  )
}
