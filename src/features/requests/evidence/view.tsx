import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { acceptedExtensions } from '../../../platform/files/file-kinds.ts'
import { paths } from '../../../paths.ts'
import { FileField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { ScanTag } from '../../../ui/scan-tag.tsx'
import { fileSizeWords } from '../../../ui/words.ts'
import { DraftPage, audienceOf } from '../draft-page.tsx'
import type { Draft } from '../draft-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly files: readonly KeptDocument[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Letters, reports and photos'

export function view({ frame, draft, files, errors, values }: Props) {
  return (
    <DraftPage frame={frame} draft={draft} title={title} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Add anything that helps to show what is needed: a school report, a letter from a doctor, a photo of some work. You do not have to add anything. You can send more later.</p>
      {files.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Files you have added</h2>
          <SummaryList rows={files.map((file) => ({
            key: file.title, value: <>{file.title === file.fileName ? '' : `${file.fileName}, `}{fileSizeWords(file.size)} {file.scanState !== 'clean' && <ScanTag state={file.scanState} />}</>,
            actions: [{ href: paths.requestRemoveEvidence({ ...draft.key, documentId: file.id }), text: 'Remove', visuallyHiddenText: file.title }],
          }))} />
        </>
      )}
      <Form tokens={frame.tokens} upload>
        <FileField
          name="file" label={files.length === 0 ? 'Choose a file' : 'Choose another file'} whoCanSee={audienceOf(draft, false)} accept={acceptedExtensions} errors={errors}
          hint="Documents, pictures, sound and video, smaller than 25MB. Photos of paper are fine. One file at a time."
        />
        <TextField name="title" label="What is it? (optional)" hint="For example, letter from the hospital, May 2026" whoCanSee="said above" errors={errors} values={values} />
        <div class="govuk-button-group">
          <Button variant="secondary" name="then" value="more">Add this file</Button>
          <Button name="then" value="on">Continue</Button>
        </div>
      </Form>
    </DraftPage>
  )
}

export function removeView({ frame, draft, file }: { frame: PageFrame; draft: Draft; file: KeptDocument }) {
  const heading = `Remove ${file.title}?`
  return (
    <DraftPage frame={frame} draft={draft} title={heading} back={{ href: paths.requestEvidence(draft.key) }}>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">It will not be sent with your request.</p>
      <Form tokens={frame.tokens}>
        <div class="govuk-button-group">
          <Button variant="warning">Remove</Button>
          <a class="govuk-link" href={paths.requestEvidence(draft.key)}>Keep it</a>
        </div>
      </Form>
    </DraftPage>
  )
}
