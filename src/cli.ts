#!/usr/bin/env node
// The command door: one word, then its own words.

const [name = '', ...words] = process.argv.slice(2)

const onFilesAlone = ['check', 'rules', 'schema', '--help', '-h']

/** What needs no database is loaded by itself: the whole program takes longer to load than most files take to check. */
async function commandOf(word: string): Promise<((words: readonly string[]) => Promise<number>) | undefined> {
  if (word === 'sen2' && onFilesAlone.includes(words[0] ?? '')) {
    const { sen2 } = await import('./file-commands.ts')
    return sen2
  }
  const { commands } = await import('./commands.ts')
  return commands[word]
}

const command = await commandOf(name)
if (command === undefined) {
  const { commands } = await import('./commands.ts')
  process.stderr.write(`${name === '' ? 'Which command?' : `There is no command "${name}".`} Commands: ${Object.keys(commands).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await command(words)
}
