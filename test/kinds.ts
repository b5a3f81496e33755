// The kinds of test, told by where a file is and what it is called. They run in this order.

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

export const kinds = ['rules', 'db', 'pages', 'walls', 'journeys'] as const
export type Kind = (typeof kinds)[number]

export const projectRoot = path.resolve(import.meta.dirname, '..')

/** The kind of a test file by its path from the project's root; undefined for files that are no tests. */
export function kindOf(file: string): Kind | undefined {
  const name = path.posix.basename(file)
  if (!/\.test\.tsx?$/.test(name)) return undefined
  if (file.startsWith('test/journeys/') || /\.browser\.test\.tsx?$/.test(name)) return 'journeys'
  if (file.startsWith('test/walls/')) return 'walls'
  if (/(^|\.)page\.test\.tsx?$/.test(name)) return 'pages'
  if (/\.db\.test\.tsx?$/.test(name)) return 'db'
  return 'rules'
}

/** Every test file of the project, from its root, in alphabetical order. */
export function listTestFiles(): string[] {
  return ['src', 'test', 'scripts', 'assets']
    .filter((folder) => existsSync(path.join(projectRoot, folder)))
    .flatMap((folder) => readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => kindOf(file) !== undefined)
    .toSorted()
}
