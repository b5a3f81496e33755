// `golden-thread invite EMAIL --name "Full name" --role decision-maker --at "SEND team, Wendmere Council"`: the very first account of an
// installation, and anybody's of a body that has no administrator yet.

import { isEmailTaken } from '../../casebook/accounts/account-rows.ts'
import { invite } from '../../casebook/accounts/invitations.ts'
import { joinBody } from '../../casebook/accounts/memberships.ts'
import { listBodiesNamed, personToInvite } from '../../casebook/accounts/staff-rows.ts'
import type { Occasion } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { parseEmailAddress } from '../../domain/identifiers/contact-details.ts'
import type { Role } from '../../domain/access/parts.ts'
import { roles } from '../../domain/access/parts.ts'
import { newSpokenCode, spokenAs } from '../../platform/second-factor/codes.ts'

export const howToInvite = 'golden-thread invite EMAIL --name "FULL NAME" --role ROLE --at "NAME OF THE ORGANISATION"'

interface Words { readonly email: string; readonly name: string; readonly role: Role; readonly at: string }

function readWords(words: readonly string[]): Words | string {
  const said = (option: string): string => (words.includes(`--${option}`) ? words[words.indexOf(`--${option}`) + 1] ?? '' : '')
  const email = parseEmailAddress(words[0] ?? '')
  const role = roles.find((one) => one === said('role'))
  if (!email.ok) return 'The first word is no email address.'
  if (said('name') === '' || said('at') === '') return 'Say --name and --at.'
  return role === undefined ? `--role is one of ${roles.join(', ')}.` : { email: email.value, name: said('name'), role, at: said('at') }
}

/** Invites, and says the code to be told; answers with the exit code. */
export async function inviteCommand(occasion: Occasion, words: readonly string[], say: (text: string) => void): Promise<number> {
  const read = readWords(words)
  if (typeof read === 'string') {
    say(`${read}\n${howToInvite}`)
    return 2
  }
  const code = newSpokenCode()
  const problem = await inTransaction(occasion, async (tx) => {
    const bodies = await listBodiesNamed(tx, read.at)
    const [body] = bodies
    if (body === undefined || bodies.length > 1) return body === undefined ? `There is no organisation called "${read.at}".` : `There are ${bodies.length} organisations called "${read.at}": name its service too: ${bodies.map(({ name }) => `"${name}"`).join(', ')}.`
    const personId = await personToInvite(tx, { fullName: read.name, email: read.email })
    if (personId === undefined) return `${read.email} belongs to somebody with another name on record.`
    if (await isEmailTaken(tx, read.email, personId)) return `Somebody else signs in with ${read.email}.`
    await joinBody(tx, personId, body.id, read.role)
    await invite(tx, { id: tx.newId<string>(), personId, email: read.email, fact: { kind: 'code', code } })
    return undefined
  })
  if (problem !== undefined) {
    say(problem)
    return 1
  }
  say(`Invited ${read.email}. The worker sends the link; it works once, for 48 hours.\nTell ${read.name} this code by phone or face to face, not by email: ${spokenAs(code)}`)
  return 0
}
