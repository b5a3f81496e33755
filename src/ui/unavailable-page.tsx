// The page while the hub cannot do what was asked, and soon will: GOV.UK's "service unavailable", with the form that was sent given
// back whole, so that one button sends it again. It is made without the database, and works with scripts off.

import type { VNode } from 'preact'
import { paths } from '../paths.ts'
import type { FormTokens } from './form.tsx'
import { Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import { FileUpload } from './govuk/file-upload.tsx'
import type { AreaOfPage, PageFrame } from './hub-page.tsx'
import { HubPage, helpFor } from './hub-page.tsx'
import { TwoThirds } from './layout.tsx'
import { listWords } from './words.ts'

/** A form as it came, to be sent once more. */
export interface SentForm {
  readonly to: string
  /** All of its fields, hidden ones too, in their order. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  /** Its own mark: sent twice, it acts once, whether or not the first time came through. */
  readonly once: string
  /** Files that were chosen, by field: a page cannot give those back. */
  readonly files: readonly { readonly field: string; readonly names: readonly string[] }[]
  /** Fields whose files were not chosen again when it was sent from this page. */
  readonly missing: readonly string[]
}

interface Props {
  readonly frame: PageFrame
  readonly helpIn: AreaOfPage | undefined
  /** What was sent; absent where a page was only asked for, or where it held a password, which is never written into a page. */
  readonly sent?: SentForm | undefined
  /** The page to open again where there is no form to send. */
  readonly to?: string | undefined
}

const title = 'Sorry, the hub cannot be reached for a moment'

/** What somebody wrote, as against a date, a choice or a mark. */
const isTyped = ({ value }: SentForm['fields'][number]): boolean => value.trim().length > 20 && !/^[0-9a-f-]{36}$/.test(value)

/** Field of the form: which files have to be chosen again before it may act. */
export const chooseAgain = '_chooseAgain'

export function unavailablePage({ frame, helpIn, sent, to }: Props): VNode {
  const errors = sent?.missing.map((field) => ({ field, message: 'Choose the file again' })) ?? []
  return (
    <HubPage frame={frame} title={errors.length > 0 ? 'Choose your files again' : title} errors={errors} help={helpIn === undefined ? undefined : helpFor({ area: helpIn })}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{errors.length > 0 ? 'Choose your files again' : title}</h1>
        {sent === undefined
          ? (
            <>
              <p class="govuk-body">Try again in a few seconds. Nothing that was saved before is lost.</p>
              {to !== undefined && <Button href={to}>Try again</Button>}
            </>
          )
          : <SendAgain sent={sent} tokens={{ ...frame.tokens, once: sent.once === '' ? frame.tokens.once : sent.once }} />}
        <p class="govuk-body"><a class="govuk-link" href={frame.viewer.kind === 'person' ? paths.home() : paths.start()}>Go to the start page</a></p>
        {helpIn === undefined && <p class="govuk-body">If it goes on like this, phone your council and ask for the SEND team.</p>}
      </TwoThirds>
    </HubPage>
  )
}

function SendAgain({ sent, tokens }: { sent: SentForm; tokens: FormTokens }) {
  const { fields, files, missing } = sent
  const typed = fields.filter((field) => !field.name.startsWith('_') && isTyped(field))
  return (
    <>
      {missing.length === 0 && <p class="govuk-body">Try again: your answers are kept. Wait a few seconds, then press the button.</p>}
      {files.length > 0 && <p class="govuk-body">Files cannot be kept on this page: you must choose {files.flatMap(({ names }) => names).length === 1 ? 'yours' : 'them'} again.</p>}
      <Form tokens={tokens} action={sent.to} upload={files.length > 0}>
        {fields.map(({ name, value }) => <input type="hidden" name={name} value={value} />)}
        {files.map(({ field, names }) => (
          <>
            <input type="hidden" name={chooseAgain} value={field} />
            <FileUpload name={field} label={`Choose again: ${listWords(names, 'and')}`} multiple={names.length > 1} error={missing.includes(field) ? 'Choose the file again' : undefined} />
          </>
        ))}
        <Button preventDoubleClick>Try again</Button>
      </Form>
      {typed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you typed</h2>
          <p class="govuk-body">It is sent with the button above. You can copy it from here too.</p>
          {typed.map(({ value }) => <pre class="hub-typed govuk-body">{value}</pre>)}
        </>
      )}
    </>
  )
}
