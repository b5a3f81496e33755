import type { Role } from '../../../domain/access/parts.ts'
import type { ChosenChannel } from '../../../domain/reminders/channel-for.ts'
import { chosenChannels } from '../../../domain/reminders/channel-for.ts'
import type { ReminderKind } from '../../../domain/reminders/schedule.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Choice, Reached } from './choice-store.ts'

/** The channels that can reach this person. */
export const channelsOf = ({ email, phone }: Reached, { texts }: { texts: boolean }): ChosenChannel[] =>
  chosenChannels.filter((one) => (one === 'email' ? email !== undefined : one === 'text' ? phone !== undefined && texts : true))

const council: readonly Role[] = ['case-officer', 'decision-maker']

/** The kinds of reminder that somebody with these roles ever gets. */
export function kindsFor({ isFamily, roles }: { isFamily: boolean; roles: readonly { readonly role: Role }[] }): ReminderKind[] {
  const isCouncil = roles.some(({ role }) => council.includes(role))
  const isAsked = roles.some(({ role }) => !council.includes(role) && role !== 'plan-writer')
  return [...(isFamily || roles.length === 0 ? ['answers', 'last-days'] as const : []), ...(isAsked ? ['asked'] as const : []), ...(isCouncil ? ['digest'] as const : [])]
}

/** Kinds that were not shown stay as they were. */
export function readChoice(form: FormBody, { channels, kinds, before }: { channels: readonly ChosenChannel[]; kinds: readonly ReminderKind[]; before: Choice }): { value: Choice } | { errors: FieldError[] } {
  const channel = channels.find((one) => one === form.text('channel'))
  if (channel === undefined) return { errors: [{ field: 'channel', message: 'Select how we should tell you' }] }
  const on = form.all('kinds')
  const elsewhere = before.kindsOff.filter((kind) => !kinds.some((shown) => shown === kind))
  return { value: { channel, kindsOff: [...elsewhere, ...kinds.filter((kind) => !on.includes(kind))] } }
}
