// Mutants of the policy and of the tables that it decides by: `npm run proof:mutation`. TypeScript 7 has no JavaScript API, so that
// Stryker neither checks types nor rewrites tsconfig; each mutant is a process of its own (test/access/judge-mutant.ts).

import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin'

const said = new Set(['words', 'cites'])
/** What a row is called and which law it names is said to people and decides nothing. */
const isSaid = (path) => path.isStringLiteral() && path.parentPath.isObjectProperty() && said.has(path.parent.key.name ?? path.parent.key.value)
const isPartWords = (path) => path.isVariableDeclarator() && path.node.id.name === 'partWords'

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', {
  shouldIgnore: (path) => (isSaid(path) || isPartWords(path) ? 'said to people, decides nothing' : undefined),
})]

export default {
  testRunner: 'command',
  commandRunner: { command: 'node --import tsx test/access/judge-mutant.ts' },
  plugins: [import.meta.filename],
  ignorers: ['words'],
  mutate: ['src/domain/access/*.ts', '!src/domain/access/*.test.ts', 'src/domain/case-file/open-acts.ts'],
  ignorePatterns: ['**/*', '!src/**', '!test/**', '!package.json'],
  checkers: [],
  tsconfigFile: 'none.json',
  concurrency: 2,
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: '.data/mutation-access.json' },
  tempDirName: '.data/mutation',
  allowEmpty: false,
  thresholds: { high: 98, low: 95, break: 95 },
}
