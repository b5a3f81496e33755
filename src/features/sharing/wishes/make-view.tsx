import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { audienceFor, OnBehalfFields } from '../on-behalf.tsx'
import type { Setting, WishKind } from '../wish-store.ts'
import { formats, meetingWays } from './make-form.ts'

export const wishTitles: Record<WishKind, string> = {
  setting: 'Ask for a school, nursery or college', meeting: 'Ask to meet us', format: 'Ask for another form or language',
}

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly kind: WishKind | undefined
  readonly family: readonly Addressee[]
  readonly viewerName: string
  readonly settings: readonly Setting[]
  readonly hasMore: boolean
  readonly search: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function makeView(props: Props) {
  const { frame, caseFile, kind, family, viewerName, errors, values } = props
  const title = kind === undefined ? 'What do you want to ask for?' : wishTitles[kind]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.sharedDraft(caseFile.key), text: 'Back to the draft' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {kind === undefined ? (
          <ul class="govuk-list govuk-list--spaced" id="kind">
            {(['setting', 'meeting', 'format'] as const).map((one) => (
              <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: one })}>{wishTitles[one]}</a></li>
            ))}
          </ul>
        ) : (
          <>
            {kind === 'setting' && <AboutSettings {...props} />}
            {kind === 'meeting' && <p class="govuk-body">You can ask to meet us to talk about the draft. If you ask, we must set up a meeting.</p>}
            {kind === 'format' && <p class="govuk-body">Tell us what you need, so that you can read and use the plan.</p>}
            {kind === 'setting' && (props.hasMore || props.search !== '') && (
              <form method="get" class="hub-no-print">
                <input type="hidden" name="kind" value={kind} />
                <TextField name="q" label="Search by name" whoCanSee="not kept" values={{ q: props.search }} />
                <Button variant="secondary">Search</Button>
              </form>
            )}
            <Form tokens={frame.tokens}>
              <input type="hidden" name="kind" value={kind} />
              <OnBehalfFields caseFile={caseFile} family={family} errors={errors} values={values} />
              {kind === 'setting' ? <SettingFields {...props} /> : kind === 'meeting' ? <MeetingFields {...props} /> : <FormatFields {...props} />}
              <TextAreaField
                name="because" label={becauseLabel[kind]} rows={4} maxLength={3_000}
                whoCanSee={audienceFor(caseFile, viewerName)} errors={errors} values={values}
              />
              <Button preventDoubleClick>Send</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

const becauseLabel: Record<WishKind, string> = {
  setting: 'Why this one? You do not have to say', meeting: 'Who should come, and what would help? You do not have to say', format: 'Is there more we should know? You do not have to say',
}

function AboutSettings({ caseFile }: Props) {
  const { localOffer } = caseFile.area.contacts
  return (
    <>
      <p class="govuk-body">Tell us which one you want in the plan. You can ask for more than one: send this page once for each.</p>
      <Details summary="Which ones you have a right to ask for">
        <p class="govuk-body">You have a right to ask for any of these:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>a school or nursery school that the council keeps</li>
          <li>an academy or free school</li>
          <li>a college of further education or a sixth form college</li>
          <li>a special school that is not run by the council and not for profit</li>
          <li>an independent special school or college on the government’s “section 41” list</li>
        </ul>
        <p class="govuk-body">
          If you ask for one of these, we must ask it, and we must name it in the plan. We can only say no if it is not right for the child, or if it would
          harm the learning of others or cost too much for what it gives. We must tell you why.
        </p>
        <p class="govuk-body">You can ask for another kind of school too. We must think about it, but we do not have to name it.</p>
        <p class="govuk-body">The law: Children and Families Act 2014, sections 38(3) and 39.</p>
      </Details>
      {localOffer !== undefined && (
        <p class="govuk-body">
          You can find out about schools and colleges here: {localOffer.web === undefined ? localOffer.name : <a class="govuk-link" href={localOffer.web}>{localOffer.name}</a>}
          {localOffer.phone === undefined ? '' : `, phone ${localOffer.phone}`}.
        </p>
      )}
    </>
  )
}

function SettingFields({ caseFile, viewerName, settings, hasMore, search, errors, values }: Props) {
  return (
    <>
      {hasMore && (
        <InsetText>
          {search === '' ? 'This is only a part of the list.' : `There are more than we can show for “${search}”.`} If the one you want is not here, choose “Another one”
          and write its name.
        </InsetText>
      )}
      <RadiosField
        name="setting" legend="Which one?" errors={errors} values={values}
        items={[
          ...settings.map(({ id, name, settingType }) => ({ value: id, text: name, hint: settingType })),
          {
            value: 'other', text: 'Another one',
            conditional: <TextField name="otherName" label="Its name, and where it is" whoCanSee={audienceFor(caseFile, viewerName)} errors={errors} values={values} />,
          },
        ]}
      />
    </>
  )
}

function MeetingFields({ caseFile, viewerName, errors, values }: Props) {
  return (
    <>
      <RadiosField name="way" legend="How do you want to meet?" errors={errors} values={values} items={meetingWays} />
      <TextField
        name="when" label="When is good for you?" hint="For example, mornings, or not on Tuesdays. You can leave this empty."
        whoCanSee={audienceFor(caseFile, viewerName)} errors={errors} values={values}
      />
    </>
  )
}

function FormatFields({ caseFile, viewerName, errors, values }: Props) {
  const box = (name: string, label: string) => <TextField name={name} label={label} whoCanSee={audienceFor(caseFile, viewerName)} errors={errors} values={values} />
  return (
    <RadiosField
      name="format" legend="What do you need?" errors={errors} values={values}
      items={formats.map((format) => ({
        ...format, ...(format.value === 'language' ? { conditional: box('language', 'Which language?') } : format.value === 'other' ? { conditional: box('otherFormat', 'What do you need?') } : {}),
      }))}
    />
  )
}
