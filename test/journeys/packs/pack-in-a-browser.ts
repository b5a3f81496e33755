// A pack's whole journey in a real browser, with what its plan must then hold and must not.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aListeningHub } from '../../harness/listening-hub.ts'
import type { BrowserCastOptions } from '../cast.ts'
import { throughABrowser } from '../cast.ts'
import { morningOf } from '../steps/dates.ts'
import { leakedTerms } from './leaked-terms.ts'
import { readPack } from './pack.ts'
import { walkPack } from './pack-journey.ts'
import { scorePack } from './score-pack.ts'

export function itWalks(packId: string, how: string, options: BrowserCastOptions): void {
  it(`takes ${packId} from the request to the final plan, ${how}`, async () => {
    const pack = readPack(packId)
    const hub = await aListeningHub({ now: morningOf(pack.case.request.receivedOn) })
    const cast = throughABrowser(hub, options)
    try {
      const { key } = await walkPack(cast, pack)
      await cast.close()
      const { counts, unexpected } = await scorePack(hub, pack, key)
      for (const { kind, stands, expected, missing } of counts) assert.equal(stands, expected, `${kind}: ${missing.join(', ')}`)
      assert.deepEqual(unexpected, [])
      assert.deepEqual((await leakedTerms(hub, pack, key)).found, [])
    } finally {
      await hub.close()
    }
  })
}
