// R8: thousands of notices leave while the worker is killed again and again and the carrier is as carriers are: busy, silent, refusing, or
// cut off after it has taken a message. Each is to be taken once and said to be sent, or to be said to have failed, with an owner who sees it.

import { mkdirSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { sendJob } from '../../src/casebook/sending/outgoing.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Mood } from './carrier.ts'
import { chanceFrom } from './chance.ts'
import { fillHouse } from './fill-house.ts'
import type { RunningHub } from './hub-processes.ts'
import { startHub } from './hub-processes.ts'
import { steps } from './kill-processes.ts'
import { newFolder } from './run.ts'
import { compareSending } from './what-must-hold.ts'

export interface NoticesSent {
  readonly notices: number
  /** How often the worker was killed, and how often of these at the step that was named to it. */
  readonly kills: number
  readonly atStep: number
  /** How often the carrier was what. */
  readonly moods: Readonly<Partial<Record<Mood, number>>>
  readonly sent: number
  readonly failed: number
  readonly seconds: number
  readonly faults: readonly string[]
}

export interface NoticesWishes {
  readonly seed: string
  readonly notices: number
  readonly kills: number
  /** Of a thousand messages, so many are met with silence: each of these holds one of the worker's hands until it gives up. */
  readonly silentOf1000?: number
  readonly say?: (words: string) => void
}

/** Of a thousand messages; the rest are taken. */
const moodsOf1000: readonly (readonly [Mood, number])[] = [['busy', 40], ['too-many', 20], ['refused', 10], ['unsaid', 20]]

export async function sendNotices({ seed, notices, kills, silentOf1000 = 3, say = () => undefined }: NoticesWishes): Promise<NoticesSent> {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  const began = performance.now()
  const chance = chanceFrom(seed)
  const moods: Partial<Record<Mood, number>> = {}
  const moodOf = (): Mood => {
    let drawn = chance.below(1000)
    const mood = [...moodsOf1000, ['silent', silentOf1000] as const].find(([, share]) => (drawn -= share) < 0)?.[0] ?? 'takes'
    moods[mood] = (moods[mood] ?? 0) + 1
    return mood
  }
  const hub = await startHub({ folder, moodOf, fill: async (at) => { await fillHouse(at, { undecided: 0, drafts: 0 }) } })
  const client = new Client({ connectionString: hub.databaseUrl })
  await client.connect()
  try {
    await queueAll(client, notices)
    let atStep = 0
    for (let kill = 1; kill <= kills; kill += 1) {
      await untilSettled(client, hub, Math.floor((notices * kill) / (kills + 1)))
      const step = steps.worker[kill % steps.worker.length]
      if (await hub.killAndStart('worker', step)) atStep += 1
      say(`${kill} of ${kills}: ${await settled(client)} of ${notices} settled`)
    }
    // What was refused for now is tried again by the queue; what lost its job is found by the worker's own clock.
    await untilSettled(client, hub, notices)
    const taken = hub.carrier.taken()
    const found = await compareSending(hub.databaseUrl, taken)
    const { rows: failed } = await client.query<{ id: string; is_seen: boolean }>(`select id, owner_id is not null and failure is not null as is_seen from outgoing where state = 'failed'`)
    return {
      notices, kills, atStep, moods, sent: found.sent, failed: found.failed, seconds: (performance.now() - began) / 1000,
      faults: [
        ...found.twice, ...found.neverLeft, ...(found.waiting > 0 ? [`${found.waiting} notices never left`] : []),
        ...failed.filter(({ id }) => taken.has(id)).map(({ id }) => `${id} was taken and is said to have failed`), ...failed.filter((one) => !one.is_seen).map(({ id }) => `${id} failed, and nobody sees it`),
        ...(found.sent + found.failed === notices ? [] : [`${notices - found.sent - found.failed} notices are neither sent nor failed`]), ...hub.endedByItself.map((part) => `the ${part} ended by itself`),
      ],
    }
  } finally {
    await client.end()
    await hub.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As `queueOutgoing` leaves them: the row and its job, to addresses that nobody can have. */
async function queueAll(client: Client, notices: number): Promise<void> {
  await client.query(`with made as (
      insert into outgoing (local_area_id, id, about, channel, to_person_id, to_address, subject, body, state, queued_at, owner_id)
      select $1::uuid, gen_random_uuid(), 'digest', 'email', $2::uuid, 'notice-' || n || '@example.test', 'Something has changed', 'Sign in to see it.', 'queued', now(), $3::uuid from generate_series(1, $4::int) n returning local_area_id, id)
    select count(hub_enqueue($5::text, json_build_object('localAreaId', local_area_id, 'outgoingId', id), $5::text || ' ' || id, now())) from made`, [demoAreaId('wendmere'), demoPersonId('shno'), demoPersonId('hattie'), notices, sendJob])
}

async function settled(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from outgoing where state <> 'queued'`)
  return rows[0]?.n ?? 0
}

async function untilSettled(client: Client, hub: RunningHub, wanted: number): Promise<void> {
  // Nobody is left to send them: that is a fault, and it is told.
  while (await settled(client) < wanted && !hub.endedByItself.some((part) => part.startsWith('worker'))) await pause(50)
}
