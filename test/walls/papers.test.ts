// Papers go through their doors: kept documents are opened in one place, uploads come in through one, and what writes backups can
// neither delete nor overwrite.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listSources, readSource } from './sources.ts'

const sources = listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const filesWith = (pattern: RegExp, among = sources): string[] => among.filter((file) => pattern.test(readSource(file)))

describe('kept files', () => {
  it('are opened by openDocument, and beside it only where the hub made them itself', () => {
    assert.deepEqual(filesWith(/\bfiles\.open\(/), [
      // To look for other children’s names before something leaves, for viruses, and for what was lost: given to nobody.
      'src/casebook/papers/document-words.ts', 'src/casebook/papers/documents.ts', 'src/casebook/papers/scan-waiting.ts', 'src/features/issue/final-plan/page.ts', 'src/features/lost-files/check-kept-files.ts', 'src/features/moves/package-files.ts',
      'src/features/working/copy/page.ts', 'src/platform/backup/back-up.ts',
    ])
  })

  it('of people come in through the one door that scans and cleans', () => {
    assert.deepEqual(filesWith(/\bcheckFile\(/), ['src/casebook/papers/uploads.ts', 'src/platform/files/file-type.ts'])
    assert.deepEqual(filesWith(/\blookThrough\(/), ['src/app.ts', 'src/casebook/papers/uploads.ts'])
  })

  it('leave the store for a virus alone', () => {
    assert.deepEqual(filesWith(/\bremoveInfected\(/), ['src/casebook/papers/scan-waiting.ts'])
  })
})

describe('backups', () => {
  const backup = [...sources.filter((file) => file.startsWith('src/platform/backup/') && !file.endsWith('/restore.ts')), 'src/backup-commands.ts']

  it('are written by code that cannot delete, empty, rename or overwrite a file', () => {
    assert.ok(backup.length >= 5)
    assert.deepEqual(filesWith(/\b(unlink|rm|rmdir|truncate|ftruncate|rename|copyFile|writeFile|appendFile|createWriteStream)\((?!text)/, backup), [])
    for (const file of backup) for (const [, flags] of readSource(file).matchAll(/\bopen\([^,()]+, '([^']+)'/g)) assert.ok(flags === 'wx' || flags === 'r', `${file} opens with ${flags}`)
  })

  it('need no key that opens them: the server’s settings know public keys only', () => {
    assert.deepEqual(filesWith(/AGE-SECRET-KEY|identities|openSealed|readKeyFile/, ['src/config.ts', 'src/make-house.ts', 'src/platform/backup/back-up.ts']), [])
  })
})
