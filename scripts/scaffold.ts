// `npm run scaffold -- act requests/send-request` or `-- page requests/request-list [sight]`: makes the folder of an act or a
// page in the house's form, and prints the lines for the tables that a person has to decide about.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { actNames } from '../src/domain/case-file/open-acts.ts'
import { sights } from '../src/domain/access/sights.ts'
import { paths } from '../src/paths.ts'
import type { Names } from './scaffold-templates.ts'
import { actFiles, actRows, camelCase, featureFiles, pageFiles, pageRows } from './scaffold-templates.ts'

const usage = 'npm run scaffold -- act FEATURE/ACT-NAME, or -- page FEATURE/PAGE-NAME [SIGHT]'

/** Makes the files under `root`; answers with what to do next, or with why nothing was made. */
export function scaffold(root: string, words: readonly string[]): { readonly made: string[]; readonly next: string[] } | { readonly refused: string } {
  const [kind, place = '', sight = 'overview'] = words
  const found = /^([a-z][a-z-]*)\/([a-z][a-z-]*)$/.exec(place)
  if ((kind !== 'act' && kind !== 'page') || found === null) return { refused: usage }
  if (kind === 'page' && !Object.hasOwn(sights, sight)) return { refused: `There is no sight "${sight}" in src/domain/access/sights.ts.` }
  const [, feature = '', folder = ''] = found
  const sentence = folder.replaceAll('-', ' ')
  const names: Names = { feature, folder, code: camelCase(folder), words: sentence.charAt(0).toUpperCase() + sentence.slice(1) }
  const home = path.join('src', 'features', feature)
  if (existsSync(path.join(root, home, folder))) return { refused: `${home}/${folder} is there already.` }

  const isNewFeature = !existsSync(path.join(root, home))
  const rows = kind === 'act' ? actRows(names) : pageRows(names, sight)
  const made: string[] = []
  const write = (at: string, files: Readonly<Record<string, string>>): void => {
    mkdirSync(path.join(root, at), { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(root, at, name), text, { flag: 'wx' })
      made.push(path.posix.join(at, name))
    }
  }
  write(path.join(home, folder), kind === 'act' ? actFiles(names) : pageFiles(names, sight))
  if (isNewFeature) write(home, featureFiles(names, rows))
  return { made, next: nextSteps(kind, names, rows, isNewFeature) }
}

function nextSteps(kind: 'act' | 'page', names: Names, rows: string, isNewFeature: boolean): string[] {
  const { code, folder, feature } = names
  return [
    ...(kind === 'act' && !(actNames as readonly string[]).includes(folder)
      ? [`src/domain/case-file/open-acts.ts, with its law:\n  '${folder}': { words: '${names.words}', who: officers, at: live, cites: '…' },`] : []),
    ...(Object.hasOwn(paths, code) ? [] : [`src/paths.ts, then node --import tsx test/walls/urls.ts:\n  ${code}: path('/:area/cases/:caseId/${folder}'),`]),
    ...(isNewFeature
      ? [`src/features/index.ts:\n  import { ${camelCase(feature)} } from './${feature}/index.ts', and ${camelCase(feature)} in the list`]
      : [`src/features/${feature}/routes.ts:\nimport * as ${code} from './${folder}/page.ts'\n${rows.trimEnd()}`]),
    `the test that fails until the ${kind} is written:\n  node --import tsx --test src/features/${feature}/${folder}/page.test.ts`,
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const answer = scaffold(path.resolve(import.meta.dirname, '..'), process.argv.slice(2))
  if ('refused' in answer) {
    process.stderr.write(`${answer.refused}\n`)
    process.exitCode = 1
  } else {
    process.stdout.write(`Made:\n${answer.made.map((file) => `  ${file}\n`).join('')}\n${answer.next.map((step, index) => `${index + 1}. ${step}\n`).join('\n')}`)
  }
}
