// `golden-thread bring-in-plans FOLDER --area CODE [--as EMAIL]`: a folder of thousands of plans, with all folders in it. Each file in a
// transaction of its own: stopped halfway, the same command goes on, and a file that is here already is not brought in twice.

import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { openArea } from '../../../casebook/open-area.ts'
import { lookAtEach } from '../../../casebook/papers/uploads.ts'
import { findViewer } from '../../../casebook/signing-in/viewer.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { UploadedFile } from '../../../platform/http/form-body.ts'
import { insertBatch, type FileOutcome } from '../batch-store.ts'
import { isRealFile } from './files-in.ts'
import { findStaffByEmail } from './staff-by-email-store.ts'
import { takeFile } from './take-file.ts'

export const howToBringIn = 'golden-thread bring-in-plans FOLDER --area CODE [--as EMAIL]'

const largestFile = 25 * 1024 * 1024
const sayEvery = 100

export async function bringInCommand(occasion: Occasion, words: readonly string[], say: (text: string) => void): Promise<number> {
  const said = (option: string): string => (words.includes(`--${option}`) ? words[words.indexOf(`--${option}`) + 1] ?? '' : '')
  const [folder = ''] = words
  const [code, email] = [said('area'), said('as')]
  if (folder === '' || folder.startsWith('--') || code === '') return wrong(say, 'Say which folder, and --area.')
  if (!(await isFolder(folder))) return wrong(say, `There is no folder "${folder}".`)
  const who = email === '' ? undefined : await read(occasion, (tx) => findStaffByEmail(tx, email, code))
  if (email !== '' && who === undefined) return wrong(say, `Nobody of the council of "${code}" has the email address ${email}.`)
  const as = who === undefined ? occasion : await asPerson(occasion, who)
  const { area, batchId } = await inTransaction(as, async (tx) => {
    const found = await openArea(tx, code)
    return { area: found, batchId: await insertBatch(tx, found.id, 'command') }
  })
  const names = await filesBelow(folder)
  const wordFiles = names.filter((name) => /\.docx$/i.test(name))
  say(`Found ${wordFiles.length} Word files in ${folder}${names.length === wordFiles.length ? '' : `, and ${names.length - wordFiles.length} others that are left where they are`}.`)
  const counts: Record<FileOutcome, number> = { in: 0, known: 0, refused: 0 }
  let no = 0
  for await (const looked of lookAtEach(occasion.house, filesOf(folder, wordFiles))) {
    no += 1
    const place = { localAreaId: area.id, batchId, no }
    const taken = await inTransaction(as, (tx) => takeFile(tx, place, looked))
    counts[taken.outcome] += 1
    if (taken.why !== undefined) say(`  ${taken.fileName}: ${taken.why}.`)
    if (no % sayEvery === 0) say(`${no} of ${wordFiles.length} looked at.`)
  }
  say(`Brought in ${counts.in}. Here already: ${counts.known}. Not taken: ${counts.refused}.`)
  if (counts.in > 0) say('The worker reads them now. What it read, and what it could not, stands under "Plans from before" in the hub.')
  return counts.refused === 0 ? 0 : 1
}

function wrong(say: (text: string) => void, why: string): number {
  say(`${why}\n${howToBringIn}`)
  return 2
}

const isFolder = (folder: string): Promise<boolean> => stat(folder).then((found) => found.isDirectory(), () => false)

/** Every file below, by its path from the folder, always in the same order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).filter(isRealFile).toSorted()
}

async function* filesOf(folder: string, names: readonly string[]): AsyncGenerator<UploadedFile> {
  for (const name of names) {
    const file = path.join(folder, name)
    const { size } = await stat(file)
    const isTooBig = size > largestFile
    yield { field: 'files', fileName: name.replaceAll(path.sep, '/'), bytes: isTooBig ? new Uint8Array() : await readFile(file), isTooBig }
  }
}

/** As somebody of the council, so that the record says who brought them in. */
async function asPerson(occasion: Occasion, personId: PersonId): Promise<Occasion> {
  const viewer = await findViewer(occasion.house.database, personId, occasion.house.clock.today())
  if (viewer === undefined) throw new Error(`there is no person ${personId}`)
  return { ...occasion, viewer }
}
