import type { Addressee } from '../../../casebook/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Body } from './bodies-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly family: readonly Addressee[]
  readonly bodies: readonly Body[]
  readonly letters: readonly { readonly to: string; readonly notice: Notice }[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Tell the family and the other bodies'

const wayWords = ({ safeContact, email, postal, needsInterpreter, language, formats }: Addressee): string => {
  const byPost = safeContact === 'post' || (email === undefined && safeContact !== 'hub')
  const way = safeContact === 'none' ? 'Not written to: not known to be safe. Look into it and change it under “Family”.'
    : byPost ? (postal === undefined ? 'A letter, but no address is known: phone them' : 'A letter by post') : ['any', 'email'].includes(safeContact) ? 'An email that says a letter waits in the hub' : 'In the hub only'
  return [way, needsInterpreter ? `needs an interpreter${language === undefined ? '' : ` (${language})`}: phone as well` : '', formats.length === 0 ? '' : `asked for ${formats.join(', ')}`].filter(Boolean).join('; ')
}

export function view({ frame, caseFile, family, bodies, letters, errors, values }: Props) {
  const isTold = caseFile.facts.some(({ type }) => type === 'family-told-of-request')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRequest(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The council must ask the family what they think, and tell health, social care and the setting, as soon as practicable (Children and Families Act 2014, section 36(4) and (7); SEND Regulations 2014, regulation 4(2)).</p>
        <h2 class="govuk-heading-m">The family</h2>
        {family.length === 0
          ? <p class="govuk-body">Nobody in the family is on the case yet. <a class="govuk-link" href={paths.caseAddFamily(caseFile.key)}>Add a family member</a></p>
          : <SummaryList rows={family.map((one) => ({ key: `${one.name}, ${one.relation ?? 'family'}`, value: wayWords(one) }))} />}
        {letters.map(({ to, notice }) => (
          <Details summary={`Read the letter: ${to}`}>
            {notice.paragraphs.map(({ heading, text }) => <>{heading !== undefined && <h3 class="govuk-heading-s">{heading}</h3>}{text.split('\n').map((line) => <p class="govuk-body">{line}</p>)}</>)}
          </Details>
        ))}
        {isTold && errors.length === 0
          ? <p class="govuk-inset-text">They were told already. The letters are under “Letters”.</p>
          : (
            <Form tokens={frame.tokens}>
              <CheckboxesField
                name="bodies" legend="Who else is told?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
                hint="They see that the case is there and its dates, not the family’s words."
                items={bodies.map(({ id, name, kind }) => ({ value: id, text: name, hint: { health: 'Commissions health care: must be told', 'social-care': 'Must be told', setting: 'The child attends: must be told' }[kind] }))}
              />
              <Button>Send the letters</Button>
            </Form>
          )}
      </TwoThirds>
    </CasePage>
  )
}
