// One area put into a migrated database, whole or not at all: everything of it is one transaction.

import { Client } from 'pg'
import type { Area } from '../../src/population/areas.ts'
import { makeChild } from '../../src/population/make-child.ts'
import { worldOf } from '../../src/population/world.ts'
import { addArea } from './area-rows.ts'
import { addChild } from './child-rows.ts'
import { Rows } from './rows.ts'

export interface LoadOptions {
  readonly seed: number
  /** The day as on which everything is, counted from 1 January 1970. */
  readonly today: number
  /** Fewer words in each plan, and only its version in force. */
  readonly isLean: boolean
  /** Only every so many children: a fair sample, because numbers are stirred. */
  readonly every: number
  /** Which child is the first of the sample. */
  readonly from?: number
  readonly familiesWhoSignIn: number
  readonly officersWhoSignIn: number
}

export interface LoadedCounts { readonly children: number; readonly rows: number; readonly refused: number; readonly making: number }

/** The area has children already: what is on record is never added to by chance. */
export class AreaHasChildren extends Error {}

const rowsAtOnce = 60_000

/** Throws AreaHasChildren, and whatever the database says of a row that it does not take: then nothing of the area is there. */
export async function loadArea(connectionString: string, area: Area, { seed, today, isLean, every, from = 0, familiesWhoSignIn, officersWhoSignIn }: LoadOptions): Promise<LoadedCounts> {
  const client = new Client({ connectionString, application_name: 'golden-thread population' })
  await client.connect()
  const world = worldOf(seed, area, today)
  const rows = new Rows()
  let [children, refused, families, count, making] = [0, 0, 0, 0, 0]
  const copy = async (): Promise<void> => { count += rows.count; await rows.copyInto(client) }
  try {
    await client.query('begin')
    // Two loads of one area wait for each other, and the second finds children.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`population ${area.key}`])
    const { rowCount } = await client.query('select from local_area where code = $1', [area.key.toLowerCase()])
    if (rowCount !== 0) throw new AreaHasChildren(`The area ${area.key} is there already. Nothing was put in.`)
    const loaded = addArea(rows, world, { signIns: { officers: officersWhoSignIn, settings: Math.min(6, officersWhoSignIn), others: officersWhoSignIn > 0 } })
    for (let number = from; number < area.known; number += every) {
      const began = performance.now()
      const made = makeChild(world, number)
      const familySignsIn = families < familiesWhoSignIn && made.standing === 'in-force'
      if (familySignsIn) families += 1
      if (addChild(rows, world, loaded, made, { isLean, familySignsIn }).isRefused) refused += 1
      making += performance.now() - began
      children += 1
      if (rows.count >= rowsAtOnce) await copy()
    }
    await copy()
    const of = (kind: string): string | null => world.surroundings.services.find((service) => service.kind === kind)?.id ?? null
    await client.query('update local_area set icb_organisation_id = $2, social_care_organisation_id = $3 where id = $1', [loaded.id, of('icb'), of('social-care')])
    await client.query('commit')
  } finally {
    // What was not committed is gone with the connection.
    await client.end()
  }
  return { children, rows: count, refused, making: making / 1000 }
}
