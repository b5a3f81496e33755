// The project's own files, as the walls read them.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../kinds.ts'

/** Files that git knows or would take, from the project's root. */
export function listSources(): string[] {
  const run = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8' })
  if (run.status !== 0) throw new Error('git cannot list the files of the project')
  const gone = spawnSync('git', ['ls-files', '--deleted'], { cwd: projectRoot, encoding: 'utf8' }).stdout.split('\n')
  return [...new Set(run.stdout.split('\n'))].filter((file) => file !== '' && !gone.includes(file))
}

export const readSource = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8')

export const isCode = (file: string): boolean => /\.(tsx?|mjs|js|css|scss|sql)$/.test(file)
