// Fields that know the form they are in: each shows what was typed and the error that belongs to it, under ids to which
// the error summary leads. An error's `field` is the field's name; for one part of a date, `name-day` and so on.
import type { Content, Optional } from './govuk/attributes.ts'
import { CharacterCount, type CharacterCountProps } from './govuk/character-count.tsx'
import { Checkboxes, type CheckboxesProps } from './govuk/checkboxes.tsx'
import { DateInput, type DateInputProps, type DatePart } from './govuk/date-input.tsx'
import { FileUpload, type FileUploadProps } from './govuk/file-upload.tsx'
import { Input, type InputProps } from './govuk/input.tsx'
import { PasswordInput, type PasswordInputProps } from './govuk/password-input.tsx'
import { Radios, type RadiosProps } from './govuk/radios.tsx'
import { Select, type SelectProps } from './govuk/select.tsx'
import { Textarea } from './govuk/textarea.tsx'
import { choicesOf, errorFor, textOf, type FormErrors, type FormValues } from './form.tsx'
import { WhoCanSee, type Audience } from './who-can-see.tsx'

type InForm = { readonly name: string } & Optional<{ errors: FormErrors; values: FormValues }>
type Labelled = { readonly label: Content }
type Seen = { readonly whoCanSee: Audience }
/** Props of a component less those that the form gives. */
type Rest<P> = Omit<P, 'name' | 'id' | 'error' | 'value' | 'values' | 'label' | 'below' | 'describedBy'>

/** The line under a box, and the id by which the box is described by it. */
function seenBy(name: string, audience: Audience) {
  if (typeof audience === 'string') return {}
  const id = `${name}-who-can-see`
  return { below: <WhoCanSee audience={audience} id={id} />, describedBy: id }
}

export function TextField({ whoCanSee, errors, values, ...props }: InForm & Labelled & Seen & Rest<InputProps>) {
  const { name } = props
  return <Input {...props} {...seenBy(name, whoCanSee)} value={textOf(values, name)} error={errorFor(errors, name)} />
}

/** With `maxLength` or `maxWords` it counts down while one types. */
export function TextAreaField(props: InForm & Labelled & Seen & Rest<CharacterCountProps>) {
  const { whoCanSee, errors, values, maxLength, maxWords, ...rest } = props
  const { name } = props
  const inForm = { ...seenBy(name, whoCanSee), value: textOf(values, name), error: errorFor(errors, name) }
  const limit = maxWords ?? maxLength
  if (limit === undefined) return <Textarea {...rest} {...inForm} />
  const countType = maxWords === undefined ? rest.countType : 'words'
  return <CharacterCount {...rest} {...inForm} maxLength={limit} countType={countType} />
}

/** What was typed is never sent back. */
export function PasswordField({ errors, ...props }: Omit<InForm, 'values'> & Labelled & Rest<PasswordInputProps>) {
  return <PasswordInput {...props} error={errorFor(errors, props.name)} />
}

export function RadiosField({ errors, values, ...props }: InForm & { readonly legend: Content } & Rest<RadiosProps>) {
  return <Radios {...props} value={textOf(values, props.name)} error={errorFor(errors, props.name)} />
}

export function CheckboxesField(props: InForm & { readonly legend: Content } & Rest<CheckboxesProps>) {
  const { errors, values, ...rest } = props
  return <Checkboxes {...rest} values={choicesOf(values, props.name)} error={errorFor(errors, props.name)} />
}

export function SelectField({ errors, values, ...props }: InForm & Labelled & Rest<SelectProps>) {
  return <Select {...props} value={textOf(values, props.name)} error={errorFor(errors, props.name)} />
}

/** The form that holds it needs `upload`. A browser won't let us fill in a file: one that was chosen is chosen again. */
export function FileField({
  whoCanSee,
  errors,
  ...props
}: Omit<InForm, 'values'> & Labelled & Seen & Rest<FileUploadProps>) {
  return <FileUpload improved {...props} {...seenBy(props.name, whoCanSee)} error={errorFor(errors, props.name)} />
}

const dateParts: readonly DatePart[] = ['day', 'month', 'year']

/** Three boxes, posted as `name-day`, `name-month` and `name-year`. */
export function DateField(props: InForm & { readonly legend: Content } & Omit<Rest<DateInputProps>, 'namePrefix'>) {
  const { name, errors, values, ...rest } = props
  const whole = errorFor(errors, name)
  const wrongParts = dateParts.filter((part) => errorFor(errors, `${name}-${part}`) !== undefined)
  const error = whole ?? errorFor(errors, `${name}-${wrongParts[0]}`)
  const [first] = rest.order ?? dateParts
  const part = (which: DatePart) => ({
    ...(rest.parts?.[which] || undefined),
    value: textOf(values, `${name}-${which}`),
    // The summary leads to `#name` when the whole date is wrong, and only a box can take the focus: the first has it.
    id: which === first && whole !== undefined ? name : `${name}-${which}`,
    error: wrongParts.includes(which) || undefined,
  })
  return (
    <DateInput
      {...rest}
      id={`${name}-date`}
      namePrefix={name}
      error={error}
      parts={{ day: part('day'), month: part('month'), year: part('year') }}
    />
  )
}
