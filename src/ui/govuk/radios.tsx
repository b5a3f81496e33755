import { classes, type Entry, type Optional } from './attributes.ts'
import { ChoiceItem, choiceId, type Choice, type Divider } from './choice-item.tsx'
import { ChoiceFrame, type ChoiceProps } from './field-frame.tsx'

export type RadiosProps = ChoiceProps & {
  readonly name: string
  readonly items: readonly Entry<Choice | Divider>[]
} & Optional<{ idPrefix: string; value: string | number; inline: boolean; small: boolean }>

export function Radios(props: RadiosProps) {
  const { name, items, idPrefix = name, value, inline, small, group } = props
  const isChosen = (item: Choice) => item.checked ?? (value !== undefined && value !== '' && item.value === value)
  const looks = [inline && 'govuk-radios--inline', small && 'govuk-radios--small']
  return (
    <ChoiceFrame {...props} id={idPrefix}>
      {() => (
        <div class={classes('govuk-radios', ...looks, props.class)} data-module="govuk-radios" {...props.attributes}>
          {group?.before}
          {items.map((item, index) =>
            !item ? null : 'divider' in item ? (
              <div class="govuk-radios__divider">{item.divider}</div>
            ) : (
              <ChoiceItem
                kind="radio"
                choice={item}
                id={item.id ?? choiceId(idPrefix, items, index)}
                name={name}
                checked={isChosen(item)}
              />
            ),
          )}
          {group?.after}
        </div>
      )}
    </ChoiceFrame>
  )
}
