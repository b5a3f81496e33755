import { spawn } from 'node:child_process'

/** Runs a program that must be installed, and gives what it printed. Throws when it is not there. */
export function run(command: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', (cause) => reject(new Error(`${command} could not be run: install the package of that name`, { cause })))
    child.on('close', () => resolve(Buffer.concat(said).toString('utf8')))
  })
}
