import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { Working } from '../open-working.ts'

interface Props {
  readonly frame: PageFrame
  readonly working: Working
  readonly whose: string
  /** Who asked for something that is not answered yet. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly document: PrintedDocument
  /** The last copies that can come back, the newest first. */
  readonly copies: readonly { readonly id: string; readonly no: number; readonly madeAt: Instant; readonly madeBy: string; readonly whose?: string }[]
  readonly errors: FormErrors
  readonly values: FormValues
  readonly pdfProblem?: string
}

/** Everybody's requests, as far as the viewer may read them. */
export const everybodys = 'everybody'

export function view({ frame, working, whose, people, document, copies, errors, values, pdfProblem }: Props) {
  const { caseFile } = working
  const { key } = caseFile
  const title = 'Print the working document, or take it as a Word file'
  const isOfTeam = isOfCouncil(caseFile.parts)
  const of = whose === everybodys ? {} : { whose }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.planWorking(key), text: 'Back to the working document' }}>
      <div class="hub-screen-only">
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {pdfProblem !== undefined && <InsetText>{pdfProblem}</InsetText>}
        {isOfTeam && people.length > 1 && <WarningText>{`It shows what ${people.length} people asked for. Before you send it to one of them, show only what they asked for themselves.`}</WarningText>}
        <ul class="govuk-list">
          <li><a class="govuk-link" href={paths.planWorkingPdf(key, of)}>PDF, to print or send</a></li>
          <li><a class="govuk-link" href={paths.planWorkingWord(key, of)}>Word file, to read</a></li>
          {isOfTeam && people.length > 1 && [{ id: everybodys, name: 'everybody' }, ...people].filter(({ id }) => id !== whose).map(({ id, name }) => (
            <li><a class="govuk-link" href={paths.planWorkingCopy(key, id === everybodys ? {} : { whose: id })}>Show what {name} asked for{id === everybodys ? '' : ' alone'}</a></li>
          ))}
        </ul>
        {copies.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Word files that can come back</h2>
            <ul class="govuk-list">
              {copies.map(({ id, no, madeAt, madeBy, whose: ofWhom }) => (
                <li><a class="govuk-link" href={paths.planWorkingFile({ ...key, copyId: id })}>Copy {no}</a>, {madeBy}, {dateTimeWords(madeAt)}{ofWhom === undefined ? '' : `, with what ${ofWhom} asked for`}</li>
              ))}
            </ul>
          </>
        )}
        {caseFile.open.includes('propose-change') && (
          <Form tokens={frame.tokens} action={paths.planWorkingCopy(key)}>
            <h2 class="govuk-heading-m">Make a Word file that can come back</h2>
            <p class="govuk-body">Change the words in the file, with tracked changes or without. Then <a class="govuk-link" href={paths.planWorkingBack(key)}>bring it back</a>: you see each change before it is kept. Nothing in the plan changes by itself.</p>
            {isOfTeam && people.length > 1 ? (
              <RadiosField
                name="whose" legend="Whose requests stand in it?" errors={errors} values={{ ...(whose === everybodys ? {} : { whose }), ...values }}
                items={[...people.map(({ id, name }) => ({ value: id, text: `Only what ${name} asked for`, hint: 'Can be sent to them.' })), { value: everybodys, text: 'Everybody’s', hint: 'For the council’s own use.' }]}
              />
            ) : <input type="hidden" name="whose" value={everybodys} />}
            <Button preventDoubleClick>Make the Word file</Button>
          </Form>
        )}
      </div>
      <div class="hub-working-printed">{documentView(document, { inside: true })}</div>
    </CasePage>
  )
}
