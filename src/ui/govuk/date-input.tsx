import { classes, hasContent, type Attributes, type Optional } from './attributes.ts'
import { ChoiceFrame, type ChoiceProps } from './field-frame.tsx'
import { Input, type InputProps } from './input.tsx'

export type DatePart = 'day' | 'month' | 'year'

export type DatePartOptions = Optional<{
  name: string
  id: string
  label: string
  value: string | number
  class: string
  /** Whether this part is wrong; when no part says so, an error message marks them all. */
  error: boolean
  autocomplete: string
  pattern: string
  inputMode: InputProps['inputMode']
  attributes: Attributes
}>

export type DateInputProps = ChoiceProps & { readonly id: string } & Optional<{
    /** Names are `prefix-day` and so on. */
    namePrefix: string
    /** False leaves that part out. */
    parts: { readonly [part in DatePart]?: DatePartOptions | false | undefined }
    /** Which parts in which order; day, month, year when left out. */
    order: readonly DatePart[]
    values: { readonly [part in DatePart]?: string | number | undefined }
  }>

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
const isWrong = (part: DatePartOptions) => part.error === true || part.class?.includes('govuk-input--error') === true

export function DateInput(props: DateInputProps) {
  const { id, namePrefix, parts = {}, order = ['day', 'month', 'year'], values = {}, group } = props
  const shown = order.flatMap((part) => {
    const options = parts[part] ?? {}
    return options === false ? [] : [{ part, options }]
  })
  const somePartIsWrong = shown.some(({ options }) => isWrong(options))

  const looks = (part: DatePart, options: DatePartOptions) => {
    const has = (name: string) => options.class?.includes(name) === true
    const wrong = isWrong(options) || (options.error !== false && hasContent(props.error) && !somePartIsWrong)
    return classes(
      'govuk-date-input__input',
      wrong && !has('govuk-input--error') && 'govuk-input--error',
      !has('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
      options.class,
    )
  }

  // JAWS reads a fieldset's description only when its role is "group" (so says GOV.UK Frontend).
  return (
    <ChoiceFrame
      {...props}
      fieldset={props.fieldset || hasContent(props.legend) ? { role: 'group', ...props.fieldset } : undefined}
    >
      {() => (
        <div class={classes('govuk-date-input', props.class)} id={id} {...props.attributes}>
          {group?.before}
          {shown.map(({ part, options }) => {
            const name = options.name ?? part
            return (
              <div class="govuk-date-input__item">
                <Input
                  label={options.label ?? capitalised(name)}
                  labelOptions={{ class: 'govuk-date-input__label' }}
                  id={options.id ?? `${id}-${name}`}
                  class={looks(part, options)}
                  name={namePrefix ? `${namePrefix}-${name}` : name}
                  value={options.value ?? values[part]}
                  inputMode={options.inputMode ?? 'numeric'}
                  autocomplete={options.autocomplete}
                  pattern={options.pattern}
                  attributes={options.attributes}
                />
              </div>
            )
          })}
          {group?.after}
        </div>
      )}
    </ChoiceFrame>
  )
}
