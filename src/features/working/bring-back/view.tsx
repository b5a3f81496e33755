import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { FileField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import { ownWords, spokenChannels } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly family: readonly Addressee[]
  /** Files that this person brought before and has not ended looking through. */
  readonly waiting: readonly { readonly id: string; readonly broughtAt: Instant; readonly count: number }[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const channelWords = { email: 'By e-mail', letter: 'By post', 'in-person': 'In person', phone: 'Read out by phone', interpreter: 'Through an interpreter' } as const

export function view({ frame, caseFile, family, waiting, errors, values }: Props) {
  const title = 'Bring back a Word file'
  const isOfTeam = isOfCouncil(caseFile.parts)
  const team = `the ${caseFile.area.councilName} SEND team`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.planWorking(caseFile.key), text: 'Back to the working document' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {waiting.length > 0 && (
          <InsetText>
            <p class="govuk-body">You have not finished with:</p>
            <ul class="govuk-list">
              {waiting.map(({ id, broughtAt, count }) => <li><a class="govuk-link" href={paths.planWorkingFound({ ...caseFile.key, broughtId: id })}>The file of {dateTimeWords(broughtAt)}, {plural(count, 'difference')}</a></li>)}
            </ul>
          </InsetText>
        )}
        <p class="govuk-body">Choose a Word file that was made from this plan and changed. You are shown each change, and you say which of them to ask for. Nothing in the plan changes by itself.</p>
        <p class="govuk-body">No file yet? <a class="govuk-link" href={paths.planWorkingCopy(caseFile.key)}>Take the working document as a Word file</a>.</p>
        <Form tokens={frame.tokens} upload>
          {isOfTeam && (
            <RadiosField
              name="whose" legend="Whose changes are they?" errors={errors} values={values}
              items={[
                ...family.flatMap((one) => (one.personId === undefined ? [] : [{ value: one.personId, text: `${one.name}, ${one.relation ?? 'family'}` }])),
                { value: ownWords, text: 'The council’s own' },
              ]}
            />
          )}
          {isOfTeam && (
            <RadiosField name="how" legend="How did the family’s file come to you?" hint="Only for a file of the family." errors={errors} values={values} items={spokenChannels.map((value) => ({ value, text: channelWords[value] }))} />
          )}
          <FileField name="file" label="Word file" hint="It ends with .docx. Up to 25MB." whoCanSee={isOfTeam ? ['the family member whose changes they are', team] : ['you', team]} errors={errors} />
          <Button preventDoubleClick>Show the changes</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
