// The command line: which subcommand, and nothing else. Each subcommand lives with its feature.

import { checkWording } from './features/wording/check-wording.ts'

interface Output {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

type Subcommand = (args: readonly string[], output: Output) => Promise<number>

const subcommands: Readonly<Record<string, Subcommand>> = {
  'check-wording': checkWording,
}

const output: Output = {
  out: (line) => { process.stdout.write(`${line}\n`) },
  err: (line) => { process.stderr.write(`${line}\n`) },
}

const [name = '', ...args] = process.argv.slice(2)
const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
if (subcommand === undefined) {
  output.err(`${name === '' ? 'Name a subcommand' : `Unknown subcommand ${name}`}. There are: ${Object.keys(subcommands).join(', ')}.`)
  process.exitCode = 2
} else {
  process.exitCode = await subcommand(args, output)
}
