// A package as a file: one zip, signed. Written the same way each time, so that the same record gives the same bytes.

import { zipOfParts } from '../../../platform/files/write-zip.ts'
import type { MovePackage, Signature } from './format.ts'
import { caseShape, manifestShape } from './format.ts'
import { sha256Of } from './signature.ts'

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 1)}\n`)

/** For whoever opens it with nothing but a zip program. */
const readme = `A child's record, sent by one council to another under regulation 15 of the Special Educational Needs and
Disability Regulations 2014. It is confidential.

manifest.json    what this is, from whom, to whom, what was withheld, and every other file by its SHA-256
signature.json   a signature over manifest.json (Ed25519), and the public key to check it with
case.json        people, plan, lines with all their wordings, reports, facts, open duties
plan/            the frozen text of each version of the plan, byte for byte as it was hashed
files/           documents, named by the SHA-256 of their content
readable/        the same for reading: the plan as a page and as a PDF, and the record in sentences

Compare the fingerprint of the key with one that the council tells you by another way.
`

export const versionPath = (sha256: string): string => `plan/${sha256}.json`
export const filePath = (sha256: string): string => `files/${sha256}`

/** The zip file. `sign` is given the text of the manifest. Throws where the record is not of the format: that is a fault of ours. */
export function writePackage({ manifest, record, versions, files, readable }: MovePackage, sign: (manifestText: string) => Signature): Uint8Array {
  const parts: (readonly [string, Uint8Array])[] = [
    ['README.txt', utf8(readme)],
    ['case.json', json(caseShape.parse(record))],
    ...[...versions].toSorted(byName).map(([sha256, text]) => [versionPath(sha256), utf8(text)] as const),
    ...[...files].toSorted(byName).map(([sha256, bytes]) => [filePath(sha256), bytes] as const),
    ...[...readable].toSorted(byName).map(([name, bytes]) => [`readable/${name}`, bytes] as const),
  ]
  const text = JSON.stringify(manifestShape.parse({ ...manifest, files: parts.map(([path, bytes]) => ({ path, sha256: sha256Of(bytes), size: bytes.length })) }), null, 1)
  return zipOfParts([['manifest.json', utf8(text)], ['signature.json', json(sign(text))], ...parts])
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
