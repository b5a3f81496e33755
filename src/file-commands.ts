// Commands that work on files alone and load nothing of the rest, and the doors of those that pass long files through.

import { sen2Command } from './features/sen2/sen2-command.ts'

export function longDoors() {
  // Who reads the answer may stop in the middle (`| head`): the write that fails then ends the command.
  process.stdout.on('error', () => undefined)
  return {
    // Waits until the reader has taken it: a country's cases pass through without piling up here.
    out: (text: string) => new Promise((resolve, reject) => {
      process.stdout.write(text, (fault) => { if (fault instanceof Error) reject(fault); else resolve(undefined) })
    }),
    err: (text: string) => process.stderr.write(text),
    input: process.stdin,
  }
}

/** Checks a statutory return as a file: docs/how-to/check-a-sen2-return.md. */
export const sen2 = (words: readonly string[]): Promise<number> => sen2Command(words, longDoors())
