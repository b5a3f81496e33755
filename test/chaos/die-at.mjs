// Loaded before the real program (`node --import`), and part of none: ends this process with SIGKILL at a step of a save that was
// named from outside, so that the product has no such hook in it. One word over the channel arms it; without one nothing changes.

import { Client } from 'pg'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** @type {string | undefined} */
let step
/** Which statement of all is the last, and whether the process dies at it or loses its connection: told at the start, of a command that runs through. */
const [lastWay, last] = (process.env['DIE_AT_STATEMENT'] ?? '').split(' ')
let statements = 0
process.on('message', (word) => { step = String(word) })
process.channel?.unref()

const die = () => { process.kill(process.pid, 'SIGKILL') }

/** Transactions that write somebody's act, or that a message was handed over. */
const writes = /^(insert into "submission"|update "outgoing")/
const query = Client.prototype.query
Client.prototype.query = function (...given) {
  statements += 1
  if (statements === Number(last)) {
    if (lastWay === 'die') die()
    this.connection.stream.destroy()
  }
  const text = typeof given[0] === 'string' ? given[0] : given[0]?.text ?? ''
  if (text.startsWith('begin')) this.writesAnAct = false
  if (writes.test(text)) this.writesAnAct = true
  if (step === 'in-the-act' && this.writesAnAct && text.startsWith('insert into "fact"')) die()
  if (text !== 'commit' || this.writesAnAct !== true) return query.apply(this, given)
  if (step === 'before-commit') die()
  const answer = query.apply(this, given)
  // The word is on its way to the server, and nobody is there to hear what came of it.
  if (step === 'commit-sent') setImmediate(die)
  if (step === 'after-commit') void answer.then(die)
  return answer
}

const rename = fs.rename
fs.rename = async (from, to) => {
  if (step === 'file-written') die()
  await rename(from, to)
  if (step === 'file-moved') die()
}
syncBuiltinESMExports()
