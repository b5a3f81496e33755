// One radio button or checkbox with its label, hint and what it reveals.
import { classes, hasContent, type Content, type Entry, type Extra, type Optional } from './attributes.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export type Choice = {
  readonly value: string | number
  readonly text: Content
} & Optional<{
  id: string
  checked: boolean
  disabled: boolean
  hint: Content
  hintOptions: Extra
  labelOptions: Extra
  /** Shown while this choice is chosen; without script it is always shown. */
  conditional: Content
  attributes: Extra['attributes']
}>

export type Divider = { readonly divider: Content }

type ChoiceItemProps = {
  kind: 'radio' | 'checkbox'
  choice: Choice
  id: string
  name: string
  checked: boolean
  describedBy?: string | undefined
  behaviour?: 'exclusive' | undefined
}

export function ChoiceItem({ kind, choice, id, name, checked, describedBy, behaviour }: ChoiceItemProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const hinted = hasContent(choice.hint)
  const reveals = hasContent(choice.conditional)
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={classes(describedBy, hinted && `${id}-item-hint`) || undefined}
          {...choice.attributes}
        />
        <Label
          for={id}
          class={classes(`${block}__label`, choice.labelOptions?.class)}
          attributes={choice.labelOptions?.attributes}
        >
          {choice.text}
        </Label>
        {hinted && (
          <Hint
            id={`${id}-item-hint`}
            class={classes(`${block}__hint`, choice.hintOptions?.class)}
            attributes={choice.hintOptions?.attributes}
          >
            {choice.hint}
          </Hint>
        )}
      </div>
      {reveals && (
        <div
          class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  )
}

/** The first choice has the plain id, so that the error summary can lead to it; a divider may stand before it. */
export const choiceId = (idPrefix: string, items: readonly Entry<Choice | Divider>[], index: number): string =>
  index === items.findIndex((item) => item && !('divider' in item)) ? idPrefix : `${idPrefix}-${index + 1}`
