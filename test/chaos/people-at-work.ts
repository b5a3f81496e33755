// Twenty people at their browsers. Each meets what goes wrong as a person would: sends the same form again, presses "Try again" on the
// page that kept their answers, and goes on only when the hub has said that it is done.

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { textOf } from '../harness/page-reader.ts'
import type { Chance } from './chance.ts'
import type { Doing, Ready, Seat } from './doings.ts'
import { NotThere } from './doings.ts'
import { HttpVisitor, NoAnswer } from './http-visitor.ts'
import type { Journal } from './journal.ts'

export interface Tally {
  /** Acts that were acknowledged, by kind. */
  readonly done: Record<string, number>
  /** Forms that were answered with the page for a hub that is away, and how many of these gave all back. */
  away: number
  kept: number
  /** Forms and pages that got no answer at all. */
  unanswered: number
  /** Answers nobody should get: status, heading, what was sent. */
  readonly unexpected: string[]
  /** Moments (ms) at which a form was acknowledged. */
  lastDone: number
}

export interface People {
  readonly tally: Tally
  /** Lets everybody finish what they have begun. */
  readonly stop: () => Promise<void>
  readonly untilDone: (more: number) => Promise<void>
}

const awayHeading = 'Sorry, the hub cannot be reached for a moment'

export async function putToWork({ baseUrl, journal, seats, chance, restMs = 30 }: { baseUrl: string; journal: Journal; seats: readonly Seat[]; chance: Chance; restMs?: number }): Promise<People> {
  const tally: Tally = { done: {}, away: 0, kept: 0, unanswered: 0, unexpected: [], lastDone: performance.now() }
  const day = { isOver: false }
  const begun = await Promise.all(seats.map(async ({ person, next }, index) => {
    const visitor = new HttpVisitor(baseUrl, `10.1.${index}.1`)
    await visitor.get(paths.signInDemo())
    await visitor.submit({ person: demoPersonId(person) })
    return { person, next, visitor, chance: chance.of(`seat ${index}`) }
  }))
  const work = async ({ visitor, next, chance: own, person }: (typeof begun)[number]): Promise<void> => {
    while (!day.isOver) {
      const doing = next(own)
      const ready = await prepare(visitor, doing, person)
      if (ready !== undefined) await sendUntilDone(visitor, doing, ready)
      await pause(restMs)
    }
  }
  const tokens = new WeakMap<Ready, string>()
  /** Undefined when they gave up, or the day is over. */
  async function prepare(visitor: HttpVisitor, doing: Doing, person: string): Promise<Ready | undefined> {
    const token = `We write this as ${person}, ${doing.kind} ${randomUUID()}`
    for (;;) {
      try {
        const ready = await doing.prepare(visitor, token)
        tokens.set(ready, token)
        return ready
      } catch (error) {
        if (error instanceof NoAnswer) tally.unanswered += 1
        else if (!(error instanceof NotThere)) throw error
        else if (visitor.status !== 503 && visitor.status !== 429) tally.unexpected.push(`asked for a page: ${error.message}`)
        // A page that says no for good is left; what is away is asked for again.
        if (error instanceof NotThere && visitor.status !== 503 && visitor.status !== 429) return undefined
        await pause(50 + restMs)
      }
    }
  }

  async function sendUntilDone(visitor: HttpVisitor, doing: Doing, ready: Ready): Promise<void> {
    const token = tokens.get(ready) ?? ''
    const intent = journal.intend({ kind: doing.kind, token, once: ready.once, caseId: doing.caseId })
    for (let { sent } = ready; ;) {
      try {
        await visitor.send(sent)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        tally.unanswered += 1
        await pause(50)
        continue
      }
      if (visitor.status === 303) {
        journal.acknowledge(intent)
        tally.done[doing.kind] = (tally.done[doing.kind] ?? 0) + 1
        tally.lastDone = performance.now()
        return
      }
      if (visitor.status === 503 && visitor.heading === awayHeading) {
        tally.away += 1
        const again = await givenBack(visitor, ready, token)
        if (again === undefined) tally.unexpected.push(`the page while away kept not everything of a ${doing.kind}`)
        else tally.kept += 1
        sent = again ?? sent
      } else if (visitor.status !== 429) {
        tally.unexpected.push(`${visitor.status} ${visitor.heading} to a ${doing.kind}: ${visitor.errors.join('; ')}`)
        return
      }
      await pause(50)
    }
  }

  const all = Promise.all(begun.map((one) => work(one)))
  // Told where it is waited for, and not before.
  all.catch(() => undefined)
  return {
    tally,
    stop: async () => {
      day.isOver = true
      await all
    },
    untilDone: async (more) => {
      const wanted = journal.acknowledgements() + more
      // Whoever has gone home does no more.
      while (!day.isOver && journal.acknowledgements() < wanted) await Promise.race([pause(5), all])
    },
  }
}

/** The form on the page while the hub is away, ready to be sent again: the same mark, all that was typed, and files chosen again. */
async function givenBack(visitor: HttpVisitor, { once, files }: Ready, token: string): Promise<Ready['sent'] | undefined> {
  const fields = visitor.fieldsOf(visitor.form())
  const values = [...fields.values()].flat()
  if (fields.get('_once')?.[0] !== once || !values.includes(token) || visitor.headers['retry-after'] === undefined) return undefined
  if (!textOf(visitor.root.querySelector('.hub-typed')).includes(token)) return undefined
  return files === undefined ? visitor.prepare({}, { button: 'Try again' }) : visitor.prepareFiles(files, {}, { button: 'Try again' })
}
