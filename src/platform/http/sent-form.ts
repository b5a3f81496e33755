// A form as it came, for giving it back whole when it could not be answered: with its marks, without what is never written into a page.

import type { FormBody } from './form-body.ts'

export interface SentFields {
  /** In the order in which they came; the two tokens are left out. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly once: string
  readonly files: readonly { readonly field: string; readonly names: readonly string[] }[]
  readonly missing: readonly string[]
}

/** Passwords and one-time codes are in no page, and so their forms cannot be given back. */
const isSecret = (name: string): boolean => /^code$|[pP]assword|[pP]asskey|[sS]ecret/.test(name)

/** Undefined for a form with a secret in it. `chooseAgain`: the field that names the files a form had before it was given back. */
export function sentFields(form: FormBody, chooseAgain: string): SentFields | undefined {
  const own = ['_csrf', '_once', chooseAgain]
  if (form.names().some(isSecret)) return undefined
  const missing = filesMissing(form, chooseAgain)
  const chosen = [...new Set(form.files.map(({ field }) => field))].map((field) => ({ field, names: form.files.filter((one) => one.field === field).map(({ fileName }) => fileName) }))
  return {
    fields: form.names().filter((name) => !own.includes(name)).flatMap((name) => form.all(name).map((value) => ({ name, value }))),
    once: form.raw('_once'), files: [...chosen, ...missing.map((field) => ({ field, names: ['the file'] }))], missing,
  }
}

/** Fields whose files were chosen once and not again: the form must not act without them. */
export const filesMissing = (form: FormBody, chooseAgain: string): readonly string[] =>
  [...new Set(form.all(chooseAgain))].filter((field) => !form.files.some((one) => one.field === field))
