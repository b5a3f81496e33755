// Several of one kind in one form. Adding and removing are buttons that post the form: nothing needs script, and what
// was typed comes back with the page.
import { classes, type Content, type Extra, type Optional } from '../govuk/attributes.ts'
import { Button } from '../govuk/button.tsx'

export type AddAnotherProps = Extra & {
  /** What one of them is: "provision", "outcome". */
  readonly itemLabel: string
  /** The fields of each, in order. */
  readonly items: readonly Content[]
  /** Name of the buttons. They post "add", or "remove-2" for the second. */
  readonly name: string
} & Optional<{ id: string; atLeast: number; atMost: number }>

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function AddAnother(props: AddAnotherProps) {
  const { itemLabel, items, name, atLeast = 1, atMost = Number.POSITIVE_INFINITY } = props
  return (
    <div id={props.id} class={classes('moj-add-another', props.class)} {...props.attributes}>
      <EnterContinues />
      <div class="moj-add-another__items">
        {items.map((fields, index) => (
          <fieldset class="govuk-fieldset moj-add-another__item">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m moj-add-another__title">
              {capitalised(itemLabel)} {items.length > 1 && `${index + 1} of ${items.length}`}
            </legend>
            <div class="moj-add-another__item-container">
              {fields}
              {items.length > atLeast && (
                <div class="moj-add-another__remove-button-container">
                  <Button variant="secondary" class="moj-add-another__remove-button" name={name} value={`remove-${index + 1}`}>
                    Remove
                    <span class="govuk-visually-hidden">
                      {' '}
                      {itemLabel} {index + 1}
                    </span>
                  </Button>
                </div>
              )}
            </div>
          </fieldset>
        ))}
      </div>
      {items.length < atMost && (
        <div class="moj-add-another__add-button-container">
          <Button variant="secondary" class="moj-add-another__add-button" name={name} value="add">
            Add another {itemLabel}
          </Button>
        </div>
      )}
    </div>
  )
}

/**
 * Enter in a text box presses the first button of its form. That must not be "Remove", so an unseen plain button stands
 * before it: Enter then does what the form's own button does.
 */
function EnterContinues() {
  return (
    <button type="submit" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true">
      Continue
    </button>
  )
}
