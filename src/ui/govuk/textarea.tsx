import { classes, hasContent, type Optional } from './attributes.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export type TextareaProps = FieldProps &
  Optional<{ value: string; rows: number; spellcheck: boolean; autocomplete: string }>

export function Textarea(props: TextareaProps) {
  const { name, id = name, group } = props
  return (
    <FieldFrame {...props} id={id}>
      {(describedBy) => (
        <>
          {group?.before}
          <textarea
            class={classes('govuk-textarea', hasContent(props.error) && 'govuk-textarea--error', props.class)}
            id={id}
            name={name}
            rows={props.rows ?? 5}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            {...props.attributes}
          >
            {/* A browser drops one line break directly after the tag: give it one to drop, or a typed one is lost. */}
            {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
          </textarea>
          {group?.after}
        </>
      )}
    </FieldFrame>
  )
}
