import type { OrganisationId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { AskedProvider, ProviderChoice } from './providers.ts'
import { readProviders } from './providers.ts'

/** What the second page of issuing asks. */
export interface IssueForm {
  /** Keys of the recipients that stay ticked. */
  readonly recipients: readonly string[]
  readonly leftOutReason: string
  readonly added?: { readonly organisationId: OrganisationId; readonly reason: string }
  /** Who each of those is whom the plan names and nobody on the case answers to. */
  readonly providers: readonly ProviderChoice[]
  readonly hasConsidered: boolean
  readonly confirmsFinished: boolean
  /** Hash of the plan as it was read on this page. */
  readonly seal: string
}

export interface AskedOnPage {
  readonly keys: readonly string[]
  readonly addable: readonly { readonly id: OrganisationId; readonly name: string }[]
  readonly providers: readonly AskedProvider[]
  readonly mustConsider: boolean
  readonly mustConfirmFinished: boolean
}

export function readIssue(form: FormBody, asked: AskedOnPage): { value: IssueForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const recipients = asked.keys.filter((key) => form.all('recipients').includes(key))
  const leftOutReason = form.text('leftOutReason')
  if (recipients.length === 0) errors.push({ field: 'recipients', message: 'Select who gets the plan' })
  else if (recipients.length < asked.keys.length && leftOutReason === '') {
    errors.push({ field: 'leftOutReason', message: 'Enter why somebody on the list does not get the plan' })
  }
  const providers = readProviders(form, asked, recipients)
  errors.push(...providers.errors)
  const addId = asked.addable.find(({ id }) => id === form.text('addOrganisationId'))?.id
  const addReason = form.text('addReason')
  if (addId !== undefined && addReason === '') errors.push({ field: 'addReason', message: 'Enter why this body needs the plan' })
  if (addId === undefined && addReason !== '') errors.push({ field: 'addOrganisationId', message: 'Select who else gets the plan' })
  const hasConsidered = form.text('considered') === 'yes'
  const confirmsFinished = form.text('finished') === 'yes'
  if (asked.mustConsider && !hasConsidered) errors.push({ field: 'considered', message: 'Confirm that the answers of the settings have been considered' })
  if (asked.mustConfirmFinished && !confirmsFinished) errors.push({ field: 'finished', message: 'Confirm that the whole family has finished with the draft' })
  if (errors.length > 0) return { errors }
  return { value: {
    recipients, leftOutReason, providers: providers.choices, hasConsidered, confirmsFinished, seal: form.text('seal'),
    ...(addId === undefined ? {} : { added: { organisationId: addId, reason: addReason } }),
  } }
}
