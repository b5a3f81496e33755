// `node --import tsx test/walls/urls.ts` writes down every URL of the product, so that a review sees when one changes:
// letters and bookmarks hold them for years.

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { paths } from '../../src/paths.ts'

const snapshot = path.join(import.meta.dirname, 'urls.txt')

export const urlLines = (): string => Object.entries(paths).map(([name, { pattern }]) => `${pattern}  ${name}\n`).join('')
export const urlsWrittenDown = (): string => readFileSync(snapshot, 'utf8')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(snapshot, urlLines())
