// `golden-thread make-area wendmere --name Wendmere --council "Wendmere Council" --administrator EMAIL --administrator-name "FULL NAME"`: what a real
// installation begins with, and without anybody of a demonstration. Everything else the administrator does in the hub.

import { isEmailTaken } from '../../casebook/accounts/account-rows.ts'
import { personToInvite } from '../../casebook/accounts/staff-rows.ts'
import type { Occasion } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { parseEmailAddress } from '../../domain/identifiers/contact-details.ts'
import { paths } from '../../paths.ts'
import { newSpokenCode, spokenAs } from '../../platform/second-factor/codes.ts'
import { insertArea } from '../../casebook/area-rows.ts'
import { insertBody } from './bodies/bodies-store.ts'
import { recordStaffEvent } from './change-store.ts'
import { giveRoles, inviteUnlessIn } from './staff-acts.ts'

export const howToMakeArea = 'golden-thread make-area CODE --name "NAME OF THE AREA" --council "NAME OF THE COUNCIL" --administrator EMAIL --administrator-name "FULL NAME" [--team "SEND team"]'

interface Words { readonly code: string; readonly name: string; readonly council: string; readonly team: string; readonly email: string; readonly administrator: string }

/** First words of our own addresses: an area of that name could not be reached. */
const taken: ReadonlySet<string> = new Set(Object.values(paths).map(({ pattern }) => pattern.split('/')[1] ?? '').filter((word) => word !== '' && !word.startsWith(':')))

function readWords(words: readonly string[]): Words | string {
  const said = (option: string): string => (words.includes(`--${option}`) ? words[words.indexOf(`--${option}`) + 1] ?? '' : '')
  const [code = ''] = words
  const email = parseEmailAddress(said('administrator'))
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code)) return 'The first word is the code of the area, in small letters, digits and hyphens: it stands in every address.'
  if (taken.has(code)) return `"${code}" is a page of the hub: choose another code.`
  if (!email.ok) return '--administrator is no email address.'
  for (const option of ['name', 'council', 'administrator-name']) if (said(option) === '') return `Say --${option}.`
  return { code, name: said('name'), council: said('council'), team: said('team') || 'SEND team', email: email.value, administrator: said('administrator-name') }
}

/** Makes the area once; answers with the exit code. */
export async function makeAreaCommand(occasion: Occasion, words: readonly string[], say: (text: string) => void): Promise<number> {
  const read = readWords(words)
  if (typeof read === 'string') {
    say(`${read}\n${howToMakeArea}`)
    return 2
  }
  const code = newSpokenCode()
  const problem = await makeArea(occasion, read, code)
  if (problem !== undefined) {
    say(problem)
    return 1
  }
  say([
    `Made ${read.name} with ${read.team}, ${read.council}, and invited ${read.email}. The worker sends the link; it works once, for 48 hours.`,
    `Tell ${read.administrator} this code by phone or face to face, not by email: ${spokenAs(code)}`,
    `When they have opened their account they add people, schools and services at ${occasion.house.baseUrl}${paths.staff()}`,
  ].join('\n'))
  return 0
}

class NotMade extends Error {}

async function makeArea(occasion: Occasion, { code, name, council, team, email, administrator }: Words, secret: string): Promise<string | undefined> {
  try {
    await inTransaction(occasion, async (tx) => {
      const areaId = await insertArea(tx, { code, name, councilName: council })
      if (areaId === undefined) throw new NotMade(`There is an area "${code}" already. Its administrator adds the rest; a new one is invited with golden-thread invite.`)
      const bodyId = await insertBody(tx, areaId, { kind: 'council', name: council, service: team })
      const personId = await personToInvite(tx, { fullName: administrator, email })
      if (personId === undefined || await isEmailTaken(tx, email, personId)) throw new NotMade(`${email} belongs to somebody else on record.`)
      await recordStaffEvent(tx, bodyId, { personId, what: 'added' })
      await giveRoles(tx, bodyId, personId, ['staff-administrator'])
      await inviteUnlessIn(tx, bodyId, { personId, email, id: tx.newId<string>(), code: secret })
    })
    return undefined
  } catch (thrown) {
    // Everything half-made is undone.
    if (thrown instanceof NotMade) return thrown.message
    throw thrown
  }
}
