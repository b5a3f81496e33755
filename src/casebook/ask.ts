// What a page is asked: the request, who is looking, and the tools. And the row of the routes table.

import type { FormBody } from '../platform/http/form-body.ts'
import type { Reply } from '../platform/http/reply.ts'
import type { May } from './access/may.ts'
import type { RunningEmergency } from './access/broken-glass.ts'
import type { Area, CaseKey } from './open-case-file.ts'
import type { Occasion } from './tx.ts'
import type { LiveSession } from './signing-in/session.ts'
import type { Viewer } from './signing-in/viewer.ts'
import { NotFound } from './out-of-bounds.ts'
import { paths } from '../paths.ts'

/** What every page's frame shows: who is signed in, where we are, and the marks that go into forms. */
export interface Frame {
  readonly viewer: Viewer
  readonly path: string
  readonly tokens: { readonly csrf: string; readonly once: string }
  readonly isDemo: boolean
  /** When and how this session ends, for the page to say so; absent for who is not signed in. */
  readonly session?: { readonly secondsLeft: number; readonly idleMinutes: number }
  /** For whom, and where, somebody works who could choose; absent where there is nothing to choose. */
  readonly workingFor?: string
  readonly assets: { readonly stylesheet: string; readonly script: string; readonly passkeys?: string; /** Of this one answer. */ readonly nonce?: string }
  /** The area that the page belongs to, where it is known. */
  readonly area?: Area
  /** A record that this person has open in an emergency. */
  readonly emergency?: RunningEmergency
  /** Said once, at the top of the page that follows an act. */
  readonly notice?: string
}

export interface Ask extends Occasion {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: FormBody
  readonly form: FormBody
  readonly cookies: Readonly<Record<string, string>>
  /** The network address that the request came from. */
  readonly address: string
  /** What the browser says of itself: for words in the person's own list of sessions. */
  readonly userAgent: string
  /** Absent for who is not signed in. */
  readonly session?: LiveSession
  readonly frame: Frame
}

export type Page = (ask: Ask) => Promise<Reply>

/**
 * One row of a feature's routes table: read it first. `costs` is for the rate limits: as many pages as this one is worth (a search, a
 * file that is made), where that is not one.
 */
export type Route =
  | { readonly get: string; readonly may: May; readonly page: Page; readonly costs?: number }
  | { readonly post: string; readonly may: May; readonly page: Page; readonly costs?: number; /** Its files pass through the disk (platform/files/passing-files.ts). */ readonly takesLongFiles?: true; /** Another server sends it and proves itself by what it sends: there is no form of ours. */ readonly fromServer?: true }

/** The case that the URL names. */
export function caseKeyOf(ask: Ask): CaseKey {
  return { area: param(ask, 'area'), caseId: param(ask, 'caseId') }
}

/** A part of the URL; NotFound when the route has no such part (which is a mistake in the routes table). */
export function param(ask: Ask, name: string): string {
  const value = ask.params[name]
  if (value === undefined) throw new NotFound(name)
  return value
}

/**
 * The list that a button stood on, when its form says so, with the notice that its act is done. Only the hub's own list of work:
 * a form cannot be made to lead anywhere else.
 */
export function listToGoBackTo(ask: Ask, done: string): string | undefined {
  const to = ask.form.text('backTo')
  if (to === paths.home()) return paths.home({ done })
  return to.startsWith(`${paths.home()}?`) ? `${to}&done=${encodeURIComponent(done)}` : undefined
}
