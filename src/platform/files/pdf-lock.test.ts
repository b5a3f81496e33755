import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { lockedPdf, pdfOf } from '../../../test/builders/hostile-files.ts'
import { textOfUpload } from '../documents/text-in.ts'
import { checkFile } from './file-type.ts'

interface Encrypted {
  readonly lock: string
  readonly needsPassword: boolean
  readonly base64: string
}

/** One page encrypted by another program (pypdf 6) in each way there is: with an owner's password alone, and with a user's. */
const encrypted = JSON.parse(readFileSync(path.resolve('test/cases/encrypted-pdfs.json'), 'utf8')) as Encrypted[]

const verdict = (bytes: Uint8Array): string => {
  const checked = checkFile({ fileName: 'report.pdf', bytes, isTooBig: false })
  return checked.ok ? 'taken' : checked.refusal
}

describe('whether a PDF needs a password to be opened', () => {
  for (const { lock, needsPassword, base64 } of encrypted) {
    it(`${lock}, ${needsPassword ? 'with a password for opening' : 'with a password for changing only'}`, async () => {
      const bytes = Buffer.from(base64, 'base64')
      assert.equal(verdict(bytes), needsPassword ? 'locked' : 'taken')
      const read = await textOfUpload(bytes, 'pdf')
      assert.equal(read.ok ? read.value.text : read.refusal, needsPassword ? 'encrypted' : 'Words that anybody may read')
    })
  }

  it('takes a lock it does not know for one that needs a password', () => {
    assert.equal(verdict(lockedPdf()), 'locked')
    assert.equal(verdict(pdfOf('', '/Encrypt 6 0 R', ['<< /Filter /Adobe.PubSec /V 4 >>'])), 'locked')
    assert.equal(verdict(pdfOf('', '/Encrypt 9 0 R')), 'locked')
    assert.equal(verdict(pdfOf('', '/Encrypt << /Filter /Standard /R 6 /V 5 /O (x) /U (\\(\\051) >>')), 'locked')
  })
})
