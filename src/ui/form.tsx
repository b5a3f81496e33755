// A form that posts, and what comes back when it was wrong: the errors, and everything that was typed.
import type { Content, Optional } from './govuk/attributes.ts'
import { ErrorSummary } from './govuk/error-summary.tsx'

/** The token against forged posts, and the one that lets each form be taken only once. */
export type FormTokens = { readonly csrf: string; readonly once: string }

export type FieldError = { readonly field: string; readonly message: string }
export type FormErrors = readonly FieldError[]

/** What was typed or is already known, by field name. */
export type FormValues = { readonly [field: string]: string | readonly string[] | undefined }

type FormProps = {
  readonly tokens: FormTokens
  readonly children: Content
} & Optional<{
  /** Left out, the form posts to the page that shows it. */
  action: string
  id: string
  /** For forms with file fields. */
  upload: boolean
  class: string
  role: 'search'
}>

/** `novalidate`, because our words for what is wrong are kinder than the browser's and are the same for everyone. */
export function Form({ tokens, children, action, id, upload, ...rest }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={rest.class}
      role={rest.role}
      enctype={upload ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name="_csrf" value={tokens.csrf} />
      <input type="hidden" name="_once" value={tokens.once} />
      {children}
    </form>
  )
}

export function errorFor(errors: FormErrors | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message
}

/** The one text of a field; the first where several were sent. */
export function textOf(values: FormValues | undefined, field: string): string | undefined {
  const value = values?.[field]
  return typeof value === 'string' || value === undefined ? value : value[0]
}

/** All that was chosen in a field of checkboxes. */
export function choicesOf(values: FormValues | undefined, field: string): readonly string[] {
  const value = values?.[field]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The list of what is wrong at the head of a page, each leading to its field; nothing when nothing is wrong. */
export function ErrorSummaryFor({ errors }: { errors: FormErrors | undefined }) {
  if (!errors || errors.length === 0) return null
  return <ErrorSummary errors={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
}
