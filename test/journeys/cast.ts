// The people of a journey, each at their own machine: through the app itself, or in a real browser with scripts or without.

import assert, { AssertionError } from 'node:assert/strict'
import { rebuildCurrency } from '../../src/casebook/plan/keep-currency.ts'
import { rebuildTracks } from '../../src/casebook/rebuild-tracks.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { expectAccessibleState } from '../harness/accessible-states.ts'
import { openBrowser } from '../harness/browser.ts'
import type { OpenBrowser } from '../harness/browser.ts'
import type { OnArrival } from '../harness/browser-visitor.ts'
import { BrowserVisitor } from '../harness/browser-visitor.ts'
import type { Hub } from '../harness/hub.ts'
import { KeyboardVisitor } from '../harness/keyboard-visitor.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import type { PageReader } from '../harness/page-reader.ts'

export interface Cast {
  readonly hub: Hub
  /** Somebody of the demonstration world, signed in anew: sessions end when the clock moves on by days. */
  readonly as: (personKey: string) => Promise<PageReader>
  /** The same person for what is done over and over in the same way: never slower than through the app itself. */
  readonly again: (personKey: string) => Promise<PageReader>
  /** Somebody without an account. */
  readonly nobody: () => Promise<PageReader>
  /** Closes every window; fails when anything went wrong in one, or when folding the facts anew finds a difference. */
  readonly close: () => Promise<void>
}

export const throughTheApp = (hub: Hub): Cast => ({ hub, as: hub.as, again: hub.as, nobody: () => Promise.resolve(hub.visitor()), close: () => Promise.resolve() })

export interface BrowserCastOptions {
  readonly scripts: boolean
  readonly width?: number
  /** Those who use nothing but the keyboard. */
  readonly keyboardOnly?: readonly string[]
}

/** One window at a time is open: whoever comes next sits down at a fresh one. Nobody in a journey goes back to an earlier one. */
export function throughABrowser(hub: ListeningHub, { scripts, width, keyboardOnly = [] }: BrowserCastOptions): Cast {
  let open: OpenBrowser | undefined
  const inaccessible: unknown[] = []
  const closeWindow = async (): Promise<void> => {
    const closing = open
    open = undefined
    await closing?.close()
    if (hub.faults.length > 0) throw hub.faults[0]
  }
  // A journey goes on past what axe finds, so that one run tells of every page.
  const look: OnArrival = async (page, root) => {
    try {
      await expectAccessibleState(page, root)
    } catch (error) {
      if (!(error instanceof AssertionError)) throw error
      inaccessible.push(error.message)
    }
  }
  const windowFor = async (personKey: string | undefined): Promise<PageReader> => {
    await closeWindow()
    open = await openBrowser({ scripts, baseUrl: hub.baseUrl, ...(width === undefined ? {} : { width }) })
    return keyboardOnly.includes(personKey ?? 'nobody') ? new KeyboardVisitor(open.page, look) : new BrowserVisitor(open.page, look)
  }
  return {
    hub,
    close: async () => {
      await closeWindow()
      assert.deepEqual(inaccessible.splice(0), [], 'axe found faults on pages of this journey')
      const { different } = await rebuildTracks(await hub.occasion('system'), { repair: false })
      assert.deepEqual(different, [], 'what is kept beside the facts of this journey is not what they fold to')
      const ages = await rebuildCurrency(await hub.occasion('system'), { repair: false })
      assert.deepEqual(ages.different, [], 'how old the plans of this journey are is not what their versions fold to')
    },
    as: async (personKey) => {
      const someone = await windowFor(personKey)
      await someone.get(paths.signInDemo())
      return someone.submit({ person: demoPersonId(personKey) })
    },
    again: hub.as,
    nobody: () => windowFor(undefined),
  }
}
