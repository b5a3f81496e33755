import {
  classes,
  hasContent,
  translationAttributes,
  type Extra,
  type Optional,
  type Translations,
} from './attributes.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export type FileUploadProps = FieldProps &
  Optional<{
    multiple: boolean
    /** File endings or types that the browser offers: a help, never a check. */
    accept: string
    /** A drop zone with a button, once script runs. */
    improved: boolean
    wrapper: Extra
    translations: Translations
  }>

export function FileUpload(props: FileUploadProps) {
  const { name, id = name, group, wrapper } = props
  return (
    <FieldFrame {...props} id={id}>
      {(describedBy) => {
        const input = (
          <input
            class={classes('govuk-file-upload', props.class, hasContent(props.error) && 'govuk-file-upload--error')}
            id={id}
            name={name}
            type="file"
            accept={props.accept}
            disabled={props.disabled}
            multiple={props.multiple}
            aria-describedby={describedBy}
            {...props.attributes}
          />
        )
        return (
          <>
            {group?.before}
            {props.improved ? (
              <div
                class={classes('govuk-file-upload-wrapper', wrapper?.class)}
                data-module="govuk-file-upload"
                {...translationAttributes(props.translations)}
                {...wrapper?.attributes}
              >
                {input}
              </div>
            ) : (
              input
            )}
            {group?.after}
          </>
        )
      }}
    </FieldFrame>
  )
}
