import { classes, type Entry, type Optional } from './attributes.ts'
import { ChoiceItem, choiceId, type Choice, type Divider } from './choice-item.tsx'
import { ChoiceFrame, isFieldset, type ChoiceProps } from './field-frame.tsx'

export type Checkbox = Choice &
  Optional<{
    /** For a box that posts under a name of its own. */
    name: string
    /** "None of these": choosing it clears the others (needs script; the form must check it too). */
    exclusive: boolean
  }>

export type CheckboxesProps = ChoiceProps & {
  readonly name: string
  readonly items: readonly Entry<Checkbox | Divider>[]
} & Optional<{ idPrefix: string; values: readonly (string | number)[]; small: boolean }>

export function Checkboxes(props: CheckboxesProps) {
  const { name, items, idPrefix = name, values = [], small, group } = props
  const block = classes('govuk-checkboxes', small && 'govuk-checkboxes--small', props.class)
  // Without a fieldset to carry them, the field's hint and error are told with each box.
  const tellEachBox = !isFieldset(props.legend, props.fieldset)
  return (
    <ChoiceFrame {...props} id={idPrefix}>
      {(describedBy) => (
        <div class={block} data-module="govuk-checkboxes" {...props.attributes}>
          {group?.before}
          {items.map((item, index) =>
            !item ? null : 'divider' in item ? (
              <div class="govuk-checkboxes__divider">{item.divider}</div>
            ) : (
              <ChoiceItem
                kind="checkbox"
                choice={item}
                id={item.id ?? choiceId(idPrefix, items, index)}
                name={item.name ?? name}
                checked={item.checked ?? values.includes(item.value)}
                describedBy={tellEachBox ? describedBy : undefined}
                behaviour={item.exclusive ? 'exclusive' : undefined}
              />
            ),
          )}
          {group?.after}
        </div>
      )}
    </ChoiceFrame>
  )
}
