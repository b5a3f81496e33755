import { classes, hasContent, type Attributes, type Optional } from './attributes.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

export type SelectItem = { readonly text: string } & Optional<{
  /** Left out, the text serves. */
  value: string | number
  selected: boolean
  disabled: boolean
  attributes: Attributes
}>

export type SelectProps = FieldProps & { readonly items: readonly SelectItem[] } & Optional<{ value: string | number }>

export function Select(props: SelectProps) {
  const { name, id = name, group, value } = props
  const isChosen = (item: SelectItem) =>
    item.selected ?? (value !== undefined && value !== '' && (item.value ?? item.text) === value)
  return (
    <FieldFrame {...props} id={id}>
      {(describedBy) => (
        <>
          {group?.before}
          <select
            class={classes('govuk-select', props.class, hasContent(props.error) && 'govuk-select--error')}
            id={id}
            name={name}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...props.attributes}
          >
            {props.items.map((item) => (
              <option value={item.value} selected={isChosen(item)} disabled={item.disabled} {...item.attributes}>
                {item.text}
              </option>
            ))}
          </select>
          {group?.after}
        </>
      )}
    </FieldFrame>
  )
}
