// A connection that remembers what it is often asked. Row security makes a statement of two lines into one of forty, and on a page of a case
// the database took three times as long to plan its statements as to carry them out. A statement with a name is read once for a connection; after
// five times the database decides by itself, from what it reckons that each would cost, whether one plan does for all (PostgreSQL documentation, PREPARE).

import { Client } from 'pg'

/** Asked so often by this process, a statement gets a name. */
const often = 5
/** So many have one at most: each is kept in the memory of every connection. Lists of another length are another statement. */
const atMost = 250

const asked = new Map<string, number>()
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= atMost) return known
  const times = (asked.get(text) ?? 0) + 1
  if (times < often) {
    // Statements that nobody asks again are forgotten with all that were counted beside them.
    if (asked.size > atMost * 20) asked.clear()
    asked.set(text, times)
    return undefined
  }
  asked.delete(text)
  const name = `often_${names.size + 1}`
  names.set(text, name)
  return name
}

/** What gathers a list out of many tables is planned for its values each time: one plan for every officer's work took eleven times as long as a plan for this one's. */
const gathers = (text: string): boolean => /^\s*with\s/.test(text)

/** Of a statement with values apart from its words. All else goes as it came; what begins a transaction is two statements in one, which can have no name. */
function named(given: readonly unknown[]): readonly unknown[] {
  const [text, values] = given
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || gathers(text)) return given
  const name = nameOf(text)
  return name === undefined ? given : [{ name, text, values }, ...given.slice(2)]
}

/** A table has changed since the statement was read: on this connection it fails from now on. */
export const isOutdated = (fault: unknown): boolean => fault instanceof Error && (fault as { code?: unknown }).code === '0A000' && fault.message.startsWith('cached plan must not change result type')

export class RememberingClient extends Client {}

RememberingClient.prototype.query = function query(this: Client, ...given: unknown[]) {
  const answer: unknown = Reflect.apply(Client.prototype.query, this, named(given))
  // The pool makes another in its place, which reads everything anew.
  if (answer instanceof Promise) answer.catch((fault: unknown) => { if (isOutdated(fault)) void this.end() })
  return answer
} as Client['query']
