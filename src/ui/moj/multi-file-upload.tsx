// Several files in one form, one after another. Uploading and removing are buttons that post: nothing needs script.
import { classes, type Content, type Extra, type Optional } from '../govuk/attributes.ts'
import { Button } from '../govuk/button.tsx'

export type UploadedFile = {
  /** What the remove button posts. */
  readonly id: string
  readonly name: string
} & Optional<{ href: string; size: string; message: Content }>

export type MultiFileUploadProps = Extra & {
  readonly files: readonly UploadedFile[]
  /** The file field, with who can see it. */
  readonly children: Content
} & Optional<{ heading: string; removeName: string; uploadName: string; uploadText: string }>

export function MultiFileUpload(props: MultiFileUploadProps) {
  const { files, heading = 'Files added', removeName = 'remove', uploadName = 'upload' } = props
  return (
    <div class={classes('moj-multi-file-upload', props.class)} {...props.attributes}>
      <div class="moj-multi-file-upload__upload">
        {props.children}
        <Button variant="secondary" name={uploadName} value="yes">
          {props.uploadText ?? 'Upload file'}
        </Button>
      </div>
      {files.length > 0 && (
        <div class="moj-multi-file__uploaded-files">
          <h2 class="govuk-heading-m">{heading}</h2>
          <ul class="govuk-list moj-multi-file-upload__list">
            {files.map((file) => (
              <FileRow file={file} removeName={removeName} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function FileRow({ file, removeName }: { file: UploadedFile; removeName: string }) {
  return (
    <li class="moj-multi-file-upload__row hub-file-row">
      <span class="moj-multi-file-upload__message">
        {file.href ? (
          <a class="govuk-link" href={file.href}>
            {file.name}
          </a>
        ) : (
          file.name
        )}
        {file.size && ` (${file.size})`} {file.message}
      </span>
      <Button
        variant="secondary"
        class="moj-multi-file-upload__delete govuk-!-margin-bottom-0"
        name={removeName}
        value={file.id}
      >
        Remove <span class="govuk-visually-hidden">{file.name}</span>
      </Button>
    </li>
  )
}
