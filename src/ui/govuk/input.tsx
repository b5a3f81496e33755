import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export type InputProps = FieldProps &
  Optional<{
    type: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password'
    value: string | number
    inputMode: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url'
    autocomplete: string
    autocapitalize: 'off' | 'none' | 'on' | 'sentences' | 'words' | 'characters'
    pattern: string
    spellcheck: boolean
    prefix: Content
    prefixOptions: Extra
    suffix: Content
    suffixOptions: Extra
    wrapper: Extra
  }>

function Affix({ type, children, options }: { type: string; children: Content; options: Extra | undefined }) {
  return (
    <div class={classes(`govuk-input__${type}`, options?.class)} aria-hidden="true" {...options?.attributes}>
      {children}
    </div>
  )
}

export function Input(props: InputProps) {
  const { name, id = name, group, wrapper } = props
  // As plain attributes: the types of preact tie each `type` to its own set of roles.
  const type: Attributes = { type: props.type ?? 'text' }
  const beside = [props.prefix, props.suffix, group?.before, group?.after].some(hasContent)
  return (
    <FieldFrame {...props} id={id}>
      {(describedBy) => {
        const input = (
          <input
            class={classes('govuk-input', props.class, hasContent(props.error) && 'govuk-input--error')}
            id={id}
            name={name}
            {...type}
            value={props.value}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            autocapitalize={props.autocapitalize}
            pattern={props.pattern}
            inputmode={props.inputMode}
            {...props.attributes}
          />
        )
        if (!beside) return input
        return (
          <div class={classes('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attributes}>
            {group?.before}
            {hasContent(props.prefix) && <Affix type="prefix" children={props.prefix} options={props.prefixOptions} />}
            {input}
            {hasContent(props.suffix) && <Affix type="suffix" children={props.suffix} options={props.suffixOptions} />}
            {group?.after}
          </div>
        )
      }}
    </FieldFrame>
  )
}
