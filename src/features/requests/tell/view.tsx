import type { Addressee } from '../../../casebook/sending/letters.ts'
import { goesByPost } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form, errorFor } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import type { WhoIsTold } from './tell-of-request.ts'

interface Props extends WhoIsTold {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly letters: readonly { readonly to: string; readonly notice: Notice }[]
  readonly cards: readonly RecipientCard[]
  readonly errors: FormErrors
}

const title = 'Tell the family and the other bodies'

function wayWords(to: Addressee): string {
  const { safeContact, postal, needsInterpreter, language, formats } = to
  const way = goesByPost(to)
    ? postal === undefined ? 'A letter, but no address is known: phone them too' : 'A letter by post'
    : ['any', 'email'].includes(safeContact) ? 'An email that says a letter waits in the hub' : 'In the hub only'
  return [
    way, needsInterpreter ? `needs an interpreter${language === undefined ? '' : ` (${language})`}: phone as well` : '',
    formats.length === 0 ? '' : `asked for ${formats.join(', ')}`,
  ].filter(Boolean).join('; ')
}

export function view({ frame, caseFile, family, notWrittenTo, bodies, letters, cards, errors }: Props) {
  const isTold = caseFile.facts.some(({ type }) => type === 'family-told-of-request')
  const error = errorFor(errors, 'send')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRequest(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          The council must ask the family what they think, and tell health, social care and the setting, as soon as practicable
          (Children and Families Act 2014, section 36(4) and (7); SEND Regulations 2014, regulation 4(2)).
        </p>
        <h2 class="govuk-heading-m">The family</h2>
        {family.length === 0
          ? <p class="govuk-body">Nobody who can be written to is on the case yet. <a class="govuk-link" href={paths.caseAddFamily(caseFile.key)}>Add a family member</a></p>
          : <SummaryList rows={family.map((to) => ({ key: `${to.name}, ${to.relation ?? 'family'}`, value: wayWords(to) }))} />}
        {notWrittenTo.length > 0 && (
          <p class="govuk-inset-text">Not written to, because it is not known to be safe: {notWrittenTo.map(({ name }) => name).join(', ')}. Look into it, and change it under “Family”.</p>
        )}
        <h2 class="govuk-heading-m">Health, social care and the setting</h2>
        <SummaryList rows={bodies.map((to) => ({ key: to.name, value: `${wayWords(to)}. They see that the case is there and its dates, not the family’s words.` }))} />
        {!isTold && <RecipientCards caseKey={caseFile.key} cards={cards} />}
        <h2 class="govuk-heading-m">The letters</h2>
        {letters.map(({ to, notice }) => <Details summary={`Letter to ${to}`}><Letter letter={notice} /></Details>)}
        {isTold && errors.length === 0
          ? <p class="govuk-inset-text">They were told already. The letters are under “Letters”.</p>
          : (
            <Form tokens={frame.tokens}>
              {error !== undefined && <ErrorMessage id="send-error">{error}</ErrorMessage>}
              <Button id="send">Send the letters</Button>
            </Form>
          )}
      </TwoThirds>
    </CasePage>
  )
}
