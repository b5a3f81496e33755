// A sealed document or report is out of sight everywhere: every file that reads these tables asks what is sealed, whoever writes it.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listSources, readSource } from './sources.ts'

/** Files that read the tables and need not ask, and why. A line here is a decision. */
const needNot: Readonly<Record<string, string>> = {
  'src/casebook/papers/scan-waiting.ts': 'looks through files for viruses, shows nothing of them',
  'src/platform/backup/back-up.ts': 'a backup holds everything, sealed',
  'src/features/advice/recipient-store.ts': 'says who handed in a document that was found already',
  'src/features/issue/people-store.ts': 'who must get the final plan by law, whatever their report is under (CFA 2014 s.42)',
  'src/features/advice/views-file-store.ts': 'files of views that were found already',
  'src/features/advice/line-store.ts': 'lines of a report that was found already',
  'src/casebook/plan/plan-record.ts': 'the days of reports alone: how old a line is does not depend on who asks',
  'src/features/older-plans/batch-store.ts': 'whether the file of a plan that is of no case yet was looked through for viruses',
  'src/casebook/plan/marked-lines.ts': 'writes lines of a report that was found already',
}

describe('a seal on a document or report', () => {
  const reads = /(?:selectFrom|[jJ]oin)\('(?:document|advice|adviceLine|adviceFile|planLineSource)(?: as \w+)?'|\b(?:from|join) (?:document|advice|advice_line|advice_file|plan_line_source)\b/
  const asks = /\b(?:notHidden|notSealed|unsealedInLists)\(/
  const files = listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const reading = files.filter((file) => reads.test(readSource(file).replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')))

  it('is asked for by every file that reads documents or reports', () => {
    assert.deepEqual(reading.filter((file) => !asks.test(readSource(file)) && needNot[file] === undefined), [])
  })

  it('is passed by only where that was decided', () => {
    assert.deepEqual(Object.keys(needNot).filter((file) => !reading.includes(file)), [])
  })
})
