// A test runner for Stryker that judges each mutant of the policy in the same process: the judge and the mutated policy are bundled
// once, and run afresh for each mutant, tables and all. A process for each took ten times as long.

import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { PluginKind, declareClassPlugin, declareValuePlugin } from '@stryker-mutator/api/plugin'
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner'
import { build } from 'esbuild'

class MutantRunner {
  #script
  capabilities() { return { reloadEnvironment: true } }

  async init() {
    const here = path.resolve('test/access')
    const { outputFiles: [bundle] } = await build({
      entryPoints: [path.join(here, 'judge-mutant.ts')], bundle: true, write: false, platform: 'node', format: 'cjs', logLevel: 'silent',
      external: ['fast-check'], alias: { 'node:test': path.join(here, 'plain-test.ts') }, define: { 'import.meta.dirname': JSON.stringify(here) },
    })
    this.#script = new vm.Script(`(function (require, module) { ${bundle.text}\n})`, { filename: 'judge.cjs' })
  }

  /** What finds the mutant with this number, or undefined when nothing does. Without a number: the policy as it is. */
  #judge(activeMutant) {
    globalThis.__stryker__ = { activeMutant }
    const module = { exports: {} }
    try {
      this.#script.runInThisContext()(createRequire(path.resolve('package.json')), module)
      return module.exports.judge()
    } catch (error) {
      return error instanceof Error ? error.message.slice(0, 400) : String(error)
    }
  }

  async dryRun() {
    const begun = Date.now()
    const found = this.#judge()
    if (found !== undefined) return { status: DryRunStatus.Error, errorMessage: `without a mutant: ${found}` }
    return { status: DryRunStatus.Complete, tests: [{ id: 'judge', name: 'the judge', status: TestStatus.Success, timeSpentMs: Date.now() - begun }] }
  }

  async mutantRun({ activeMutant }) {
    const found = this.#judge(activeMutant.id)
    return found === undefined
      ? { status: MutantRunStatus.Survived, nrOfTests: 1 }
      : { status: MutantRunStatus.Killed, nrOfTests: 1, killedBy: ['judge'], failureMessage: found }
  }
}

const said = new Set(['words', 'cites'])
/** What a row is called and which law it names is said to people and decides nothing. */
const isSaid = (path_) => path_.isStringLiteral() && path_.parentPath.isObjectProperty() && said.has(path_.parent.key.name ?? path_.parent.key.value)
const saidNames = new Set(['partWords', 'proxyKindWords'])
const isPartWords = (path_) => path_.isVariableDeclarator() && saidNames.has(path_.node.id.name)

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', MutantRunner),
  declareValuePlugin(PluginKind.Ignore, 'words', { shouldIgnore: (path_) => (isSaid(path_) || isPartWords(path_) ? 'said to people, decides nothing' : undefined) }),
]
