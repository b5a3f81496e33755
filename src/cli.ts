#!/usr/bin/env node
// The command door: one word, then its own words.

import { commands } from './commands.ts'

const [name = '', ...words] = process.argv.slice(2)
const command = commands[name]
if (command === undefined) {
  process.stderr.write(`${name === '' ? 'Which command?' : `There is no command "${name}".`} Commands: ${Object.keys(commands).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await command(words)
}
