// Accounts opened through the pages, as people do: an officer invites, the link arrives, the second fact is given, a password and
// an app are set up.

import { generateSync } from 'otplib'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { millisecondsOf } from '../../src/platform/clock/system-clock.ts'
import type { Hub } from '../harness/hub.ts'
import type { PageReader } from '../harness/page-reader.ts'

export const goodPassword = 'kettle harbour violet'

/** The message that left last, after the worker has run. */
export async function lastMessage(hub: Hub): Promise<{ to: string; subject: string; body: string; channel: string }> {
  await hub.work()
  const last = hub.carrier.carried.at(-1)
  if (last === undefined) throw new Error('no message left')
  return last
}

/** The path of the link in the last message. */
export async function lastLink(hub: Hub): Promise<string> {
  const { body } = await lastMessage(hub)
  const [url] = /https?:\/\/\S+/.exec(body) ?? []
  if (url === undefined) throw new Error('no link in the message')
  return new URL(url).pathname
}

export async function lastCode(hub: Hub): Promise<string> {
  return /\b\d{6}\b/.exec((await lastMessage(hub)).body)?.[0] ?? ''
}

export interface Invited {
  readonly link: string
  /** The code to be told, where that was chosen. */
  readonly code: string
}

/** Invites somebody of the family from the case's pages, as Hattie. */
export async function invite(hub: Hub, key: CaseKey, who: string, secondFact: 'code' | 'birth-date' = 'code'): Promise<Invited> {
  const officer = await hub.as('hattie')
  await officer.get(paths.caseInvite({ ...key, personId: demoPersonId(who) }))
  await officer.submit({ secondFact })
  if (officer.status !== 200) throw new Error(`not invited: ${officer.errors.join()} ${officer.text}`)
  return { link: await lastLink(hub), code: /\d{4} \d{4}/.exec(officer.text)?.[0] ?? '' }
}

/** The code that the app shows now. */
export const appCode = (hub: Hub, secret: string): string => generateSync({ secret, epoch: Math.floor(millisecondsOf(hub.house.clock.now()) / 1000) })

/** The key as it is shown for typing in. */
export const keyOn = (page: PageReader): string => /Key to type in: ((?:[A-Z2-7]{4} ?){8})/.exec(page.text)?.[1]?.replaceAll(' ', '') ?? ''

export const codesOn = (page: PageReader): string[] => page.words.match(/\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/g) ?? []

export interface Opened<V> {
  readonly visitor: V
  readonly appKey: string
  readonly codes: readonly string[]
}

/** Opens the account of an invitation with a password and an app, in this browser, up to the page with the codes. */
export async function openAccount<V extends PageReader>(hub: Hub, visitor: V, { link, code }: Invited, password = goodPassword): Promise<Opened<V>> {
  await visitor.get(link)
  await visitor.submit({ code })
  await visitor.get(paths.setUpPassword())
  await visitor.submit({ password })
  if (visitor.url.startsWith(paths.setUpSecondFactor())) await visitor.submit({ factor: 'app' })
  const appKey = keyOn(visitor)
  await visitor.submit({ code: appCode(hub, appKey) })
  return { visitor, appKey, codes: codesOn(visitor) }
}

/** Fills in the sign-in page, and then the code. */
export async function signIn<V extends PageReader>(hub: Hub, visitor: V, { email, password = goodPassword, appKey }: { email: string; password?: string; appKey: string }): Promise<V> {
  await visitor.get(paths.signIn())
  await visitor.submit({ email, password }, { to: paths.signInAccount() })
  await visitor.submit({ code: appCode(hub, appKey) }, { to: paths.signInCode() })
  return visitor
}
