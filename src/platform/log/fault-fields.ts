// What of an error may be written down. Messages quote what was being worked on: PostgreSQL's "Key (upn)=(…) already exists",
// JSON's "Unexpected token in …", a mail server's "no such user …".

export interface FaultFields {
  readonly name: string
  readonly code?: string
  /** Names from our own schema, by PostgreSQL. */
  readonly table?: string
  readonly constraint?: string
  /** Places in the program. */
  readonly at?: readonly string[]
  readonly cause?: FaultFields
}

const deepest = 5

export function faultFields(error: unknown, depth = 0): FaultFields {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` }
  const at = placesIn(error)
  return {
    name: wordOf(error.name) ?? 'Error',
    ...named('code', error), ...named('table', error), ...named('constraint', error),
    ...(at.length === 0 ? {} : { at }),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: faultFields(error.cause, depth + 1) }),
  }
}

function named(field: 'code' | 'table' | 'constraint', error: Error): Partial<Record<typeof field, string>> {
  const value: unknown = Object.entries(error).find(([name]) => name === field)?.[1]
  const word = wordOf(typeof value === 'number' ? String(value) : value)
  return word === undefined ? {} : { [field]: word }
}

/** Codes and names of things are single words; anything with a space may be a sentence about somebody. */
const wordOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[A-Za-z0-9_.-]{1,80}$/.test(value) ? value : undefined)

/** The stack repeats the message at its head, over as many lines as that has: only what follows it are places. */
function placesIn(error: Error): string[] {
  const stack = error.stack ?? ''
  const behind = error.message === '' ? stack : stack.slice(stack.lastIndexOf(error.message) + error.message.length)
  return behind.split('\n').map((line) => /^\s+at (?:(?:async |new )?[\w.<>#$[\] ]{1,120} \()?((?:file:\/\/|node:|\/)[^()\s]+:\d+:\d+)\)?$/.exec(line))
    .flatMap((found) => (found?.[0] === undefined ? [] : [found[0].trim()])).slice(0, 20)
}
