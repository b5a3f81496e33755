// A package from outside, before anybody believes a word of it: the zip's sizes, its names, the signature, every hash, every shape, and
// that each row names only what is there. What does not fit is refused whole, with a reason in plain words.

import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { thaw } from '../../../domain/plan/freeze.ts'
import { zipParts, zipVerdict } from '../../../platform/documents/zip-guard.ts'
import type { Manifest, MovedCase, MovePackage, Row, Signature } from './format.ts'
import { caseShape, manifestShape, packageFormat, packageVersion, signatureShape } from './format.ts'
import { columnsOf, idOf, movedTableNames } from './moved-tables.ts'
import { printedShape } from './printed-shape.ts'
import { isSignedBy, sha256Of } from './signature.ts'
import { filePath, versionPath } from './write-package.ts'

export type PackageRefusal =
  | 'not-a-zip' | 'too-large' | 'encrypted' | 'hostile-name' | 'not-a-package' | 'newer-version' | 'older-version' | 'not-signed' | 'altered' | 'not-of-the-format'

export const packageRefusalWords: Readonly<Record<PackageRefusal, string>> = {
  'not-a-zip': 'The file is not a package, or it is broken. Ask the other council to send it again',
  'too-large': 'The file would unpack to more than a child’s record can be. It was not opened',
  encrypted: 'The file is locked with a password. Ask the other council for the package as it was made',
  'hostile-name': 'The file holds names that no package has, such as paths that lead elsewhere. It was not opened. Tell the other council',
  'not-a-package': 'The file is not a package of a child’s record',
  'newer-version': 'The package was written in a newer form than this hub reads. Ask whoever looks after this hub to bring it up to date',
  'older-version': 'The package was written in an older form, which holds less of a record. Ask the other council to bring its hub up to date and make the package again',
  'not-signed': 'The signature of the package is missing or does not fit. Somebody may have changed it. Ask the other council to send it again',
  altered: 'A file in the package is not the one that was signed. Somebody may have changed it. Ask the other council to send it again',
  'not-of-the-format': 'The package does not hold together: something in it is not as the format says. Ask the other council to send it again',
}

export interface OpenedPackage extends MovePackage {
  readonly manifest: Manifest
  readonly signature: Signature
  /** Of the whole file. */
  readonly sha256: string
}

const mostBytes = 80 * 1024 * 1024
const knownName = /^(?:manifest\.json|signature\.json|case\.json|README\.txt|plan\/[0-9a-f]{64}\.json|files\/[0-9a-f]{64}|readable\/[a-z0-9-]{1,60}\.(?:html|pdf))$/

/** The package, or why it is not taken. */
export function readPackage(bytes: Uint8Array): Outcome<OpenedPackage, PackageRefusal> {
  try {
    return opened(bytes)
  } catch (thrown) {
    // JSON nested so deep that no reader can follow it.
    if (thrown instanceof RangeError) return refused('not-of-the-format')
    throw thrown
  }
}

function opened(bytes: Uint8Array): Outcome<OpenedPackage, PackageRefusal> {
  if (bytes.length > mostBytes) return refused('too-large')
  const verdict = zipVerdict(bytes)
  if (verdict !== 'fine') return refused(verdict === 'broken' ? 'not-a-zip' : verdict)
  const parts = zipParts(bytes)
  const names = parts.map(({ name }) => name)
  if (!names.every((name) => knownName.test(name)) || new Set(names).size !== names.length) return refused('hostile-name')
  const entries = new Map(parts.map(({ name, unpack }) => [name, unpack()]))
  const manifestBytes = entries.get('manifest.json')
  const manifestText = textOf(manifestBytes)
  const said = parsed(manifestText)
  if (manifestText === undefined || !isRecord(said) || said['format'] !== packageFormat) return refused('not-a-package')
  if (said['version'] !== packageVersion) return refused(Number(said['version']) < packageVersion ? 'older-version' : 'newer-version')
  const signature = signatureShape.safeParse(parsed(textOf(entries.get('signature.json'))))
  if (!signature.success || !isSignedBy(signature.data, 'golden-thread move 1', manifestText)) return refused('not-signed')
  const manifest = manifestShape.safeParse(said)
  if (!manifest.success) return refused('not-of-the-format')
  if (!isWhole(manifest.data, entries)) return refused('altered')
  const caseText = textOf(entries.get('case.json'))
  // A key that means something to JavaScript would be lost without a word.
  if (caseText === undefined || /"__proto__"\s*:/.test(caseText)) return refused('not-of-the-format')
  const record = caseShape.safeParse(parsed(caseText))
  if (!record.success || !holdsTogether(record.data) || !hasItsFiles(record.data, entries)) return refused('not-of-the-format')
  const under = (folder: string): [string, Uint8Array][] => [...entries].filter(([name]) => name.startsWith(folder))
  return ok({
    manifest: manifest.data, signature: signature.data, record: record.data, sha256: sha256Of(bytes),
    versions: new Map(under('plan/').map(([name, each]) => [name.slice(5, -5), textOf(each) ?? ''])),
    files: new Map(under('files/').map(([name, each]) => [name.slice(6), each])), readable: new Map(under('readable/').map(([name, each]) => [name.slice(9), each])),
  })
}

/** Every file that the manifest names is there and is what it says, and no other. */
function isWhole(manifest: Manifest, entries: ReadonlyMap<string, Uint8Array>): boolean {
  const named = new Map(manifest.files.map((file) => [file.path, file]))
  const others = [...entries].filter(([name]) => name !== 'manifest.json' && name !== 'signature.json')
  return named.size === manifest.files.length && others.length === named.size && others.every(([name, bytes]) => {
    const file = named.get(name)
    return file?.size === bytes.length && file.sha256 === sha256Of(bytes)
  })
}

/** Each id is one row's, and each row names only rows, people and bodies that are in the package. */
function holdsTogether({ people, organisations, tables }: MovedCase): boolean {
  const ids = new Map<string, Set<unknown>>(movedTableNames.map((table) => [table, new Set(tables[table].map((row) => idOf(table, row)))]))
  const own = movedTableNames.flatMap((table) => tables[table].flatMap((row) => idOf(table, row) ?? []))
  const all = [...own, ...people.map(({ id }) => id), ...organisations.map(({ id }) => id)]
  const known = { person: new Set<unknown>(people.map(({ id }) => id)), organisation: new Set<unknown>(organisations.map(({ id }) => id)) }
  const names = (row: Row, table: (typeof movedTableNames)[number]): boolean => columnsOf(table).every(([name, { kind }]) => {
    const value = row[name]
    if (value === null) return true
    if (kind === 'person' || kind === 'organisation') return known[kind].has(value)
    return typeof kind !== 'object' || ids.get(kind.of)?.has(value) === true
  })
  return tables.child.length === 1 && new Set(all).size === all.length && movedTableNames.every((table) => tables[table].every((row) => names(row, table)))
}

/** The frozen texts are what their hashes say and can be read as plans; documents and printed twins are there. */
function hasItsFiles({ tables }: MovedCase, entries: ReadonlyMap<string, Uint8Array>): boolean {
  const isVersion = (row: Row): boolean => {
    const text = textOf(entries.get(versionPath(String(row['sha256']))))
    return text !== undefined && sha256Of(text) === row['sha256'] && thaw(text).ok
      && [row['document'], row['summaryDocument']].every((document) => document === null || printedShape.safeParse(document).success)
  }
  const isThere = (sha256: unknown): boolean => {
    const bytes = entries.get(filePath(String(sha256)))
    return sha256 === null || (bytes !== undefined && sha256Of(bytes) === sha256)
  }
  return tables.planVersion.every((row) => isVersion(row) && isThere(row['pdfSha256']) && isThere(row['docxSha256']))
    && tables.document.every((row) => isThere(row['sha256']) && entries.get(filePath(String(row['sha256'])))?.length === row['size'])
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
