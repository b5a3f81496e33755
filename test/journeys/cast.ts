// The people of a journey, each at their own machine: through the app itself, or in a real browser with scripts or without.

import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { expectAccessibleState } from '../harness/accessible-states.ts'
import { openBrowser } from '../harness/browser.ts'
import type { OpenBrowser } from '../harness/browser.ts'
import { BrowserVisitor } from '../harness/browser-visitor.ts'
import type { Hub } from '../harness/hub.ts'
import { KeyboardVisitor } from '../harness/keyboard-visitor.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import type { PageReader } from '../harness/page-reader.ts'

export interface Cast {
  readonly hub: Hub
  /** Somebody of the demonstration world, signed in anew: sessions end when the clock moves on by days. */
  readonly as: (personKey: string) => Promise<PageReader>
  /** Somebody without an account. */
  readonly nobody: () => Promise<PageReader>
  /** Closes every window; fails when anything went wrong in one. */
  readonly close: () => Promise<void>
}

export const throughTheApp = (hub: Hub): Cast => ({ hub, as: hub.as, nobody: () => Promise.resolve(hub.visitor()), close: () => Promise.resolve() })

export interface BrowserCastOptions {
  readonly scripts: boolean
  readonly width?: number
  /** Those who use nothing but the keyboard. */
  readonly keyboardOnly?: readonly string[]
}

/** One window at a time is open: whoever comes next sits down at a fresh one, as on another machine. */
export function throughABrowser(hub: ListeningHub, { scripts, width, keyboardOnly = [] }: BrowserCastOptions): Cast {
  let open: OpenBrowser | undefined
  const close = async (): Promise<void> => {
    const closing = open
    open = undefined
    await closing?.close()
    if (hub.faults.length > 0) throw hub.faults[0]
  }
  const windowFor = async (personKey: string | undefined): Promise<PageReader> => {
    await close()
    open = await openBrowser({ scripts, baseUrl: hub.baseUrl, ...(width === undefined ? {} : { width }) })
    // axe is itself a script.
    const onArrival = scripts ? expectAccessibleState : undefined
    return keyboardOnly.includes(personKey ?? 'nobody') ? new KeyboardVisitor(open.page, onArrival) : new BrowserVisitor(open.page, onArrival)
  }
  return {
    hub, close,
    as: async (personKey) => {
      const someone = await windowFor(personKey)
      await someone.get(paths.signIn())
      return someone.submit({ person: demoPersonId(personKey) })
    },
    nobody: () => windowFor(undefined),
  }
}
