// The frame that every form field has: its label or legend, hint and error message above, joined to the field by ids.
import { classes, hasContent, idList, type Content, type Extra, type Optional } from './attributes.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'

/** The `div` around a field. `before` and `after` stand directly beside the field itself. */
export type GroupOptions = Extra & Optional<{ before: Content; after: Content }>
export type ErrorOptions = Extra & Optional<{ visuallyHiddenText: string }>

type Told = Optional<{
  hint: Content
  hintOptions: Extra
  /** What is wrong, in words. Without it the field is not in error. */
  error: Content
  errorOptions: ErrorOptions
  group: GroupOptions
  /** Stands under the field, at the end of the group: who can see what is typed. */
  below: Content
  describedBy: string
}>

/** Props that all fields with one control and a label take. */
export type FieldProps = Told &
  Extra & { readonly name: string } & Optional<{
    /** Left out, the name serves. */
    id: string
    label: Content
    labelOptions: LabelOptions
    disabled: boolean
  }>

/** Props that all fields with several controls take. */
export type ChoiceProps = Told &
  Extra &
  Optional<{
    /** Given, the field is a `fieldset` with this `legend`. */
    legend: Content
    fieldset: FieldsetOptions
  }>

type Frame = Told & { readonly id: string; readonly children: (describedBy: string | undefined) => Content }

export function FormGroup(props: { error?: Content; group?: GroupOptions | undefined; children?: Content }) {
  const wrong = hasContent(props.error) && 'govuk-form-group--error'
  return (
    <div class={classes('govuk-form-group', wrong, props.group?.class)} {...props.group?.attributes}>
      {props.children}
    </div>
  )
}

function explain({ id, hint, hintOptions, error, errorOptions, describedBy }: Told & { readonly id: string }) {
  const hinted = hasContent(hint)
  const wrong = hasContent(error)
  return {
    describedBy: idList(describedBy, hinted && `${id}-hint`, wrong && `${id}-error`),
    words: (
      <>
        {hinted && (
          <Hint id={`${id}-hint`} {...hintOptions}>
            {hint}
          </Hint>
        )}
        {wrong && (
          <ErrorMessage id={`${id}-error`} {...errorOptions}>
            {error}
          </ErrorMessage>
        )}
      </>
    ),
  }
}

export function FieldFrame({
  label,
  labelOptions,
  children,
  ...told
}: Frame & Optional<{ label: Content; labelOptions: LabelOptions }>) {
  const { describedBy, words } = explain(told)
  return (
    <FormGroup error={told.error} group={told.group}>
      <Label for={told.id} {...labelOptions}>
        {label}
      </Label>
      {words}
      {children(describedBy)}
      {told.below}
    </FormGroup>
  )
}

export function ChoiceFrame({
  legend,
  fieldset,
  children,
  ...told
}: Frame & Optional<{ legend: Content; fieldset: FieldsetOptions }>) {
  const { describedBy, words } = explain({ ...told, describedBy: fieldset?.describedBy ?? told.describedBy })
  const inside = (
    <>
      {words}
      {children(describedBy)}
      {told.below}
    </>
  )
  return (
    <FormGroup error={told.error} group={told.group}>
      {isFieldset(legend, fieldset) ? (
        <Fieldset {...fieldset} legend={legend} describedBy={describedBy}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}

export const isFieldset = (legend: Content, fieldset: FieldsetOptions | undefined): boolean =>
  hasContent(legend) || fieldset !== undefined
