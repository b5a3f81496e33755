// What a program need not do to be useful, and what has opened many others: each named with the files that may do it, and why.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../kinds.ts'
import { isCode, listSources, readSource } from './sources.ts'

const files = listSources().filter((file) => (file.startsWith('src/') || file.startsWith('assets/')) && isCode(file) && !/\.test\.tsx?$/.test(file))

const database = 'starts the built-in PostgreSQL with fixed words and paths of its own'

/** What it is called, how it is written, and where it stands with a reason. */
const dangers: readonly (readonly [what: string, written: RegExp, where: Readonly<Record<string, string>>])[] = [
  ['text that is run as a program', /\beval\(|\bnew Function\(|\bsetTimeout\(['"`]|\bsetInterval\(['"`]|from 'node:vm'|javascript:/, {}],
  ['a program of the machine that is started', /from 'node:child_process'/, {
    'src/platform/db/embedded-postgres.ts': database, 'src/platform/db/unprivileged.ts': database, 'src/platform/db/stop-server.ts': database,
  }],
  ['a shell that reads words', /\bexec(Sync)?\(\s*['"`]|shell: true/, {}],
  ['text that is put into a page as HTML', /\.(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment|DOMParser/, {
    'src/platform/documents/docx-package.ts': 'reads the parts of a Word file; no page is made of it',
  }],
  ['anything kept by the browser', /\b(localStorage|sessionStorage|indexedDB|caches\.open)\b|document\.cookie|serviceWorker\.register/, {}],
  ['messages between windows', /addEventListener\('message'|window\.open\(|\.opener\b/, {}],
  ['sockets that stay open', /\bnew (WebSocket|EventSource|RTCPeerConnection)\(/, {}],
  ['SQL from text', /\bsql\.raw\(|\.query\(`[^`]*\$\{/, {
    'src/platform/backup/restore.ts': 'names of tables and columns, which no parameter can stand for: quoted, and held against the database’s own list',
    'src/platform/db/embedded-postgres.ts': 'the name of the built-in database, from the program',
    'src/platform/db/migrate.ts': 'an index that a migration names, read as one word and quoted',
    'src/platform/db/prepare-database.ts': 'tables and columns of the rules, named by the program',
    'src/platform/db/roles.ts': 'names of the program’s roles, and a password, each quoted by the driver',
  }],
  ['a hash that is broken', /createHash\('md5'\)/, { 'src/platform/files/pdf-lock.ts': 'reads whether an old PDF is locked, as its format says; protects nothing' }],
  ['a hash that is weak', /createHash\('sha1'\)/, { 'src/platform/passwords/passwords.ts': 'the list of stolen passwords is kept by it; protects nothing' }],
  ['another cipher than AES-256-GCM', /create(C|Dec)ipheriv\((?!'aes-256-gcm')|createCipher\(/, {
    'src/platform/files/pdf-lock.ts': 'reads whether an old PDF is locked, as its format says; protects nothing',
  }],
  ['chance that can be guessed', /Math\.random/, {}],
  ['a certificate that nobody looks at', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|allowInsecureRequests/, {
    'src/platform/identity/identity-provider.ts': 'plain http to a provider on one’s own machine, which production refuses (provider-settings.ts)',
  }],
  ['the network, outside of what is meant to speak to it', /\bfetch\(|from '(node:)?(http|https|net|tls|dgram|dns)'/, {
    'assets/plan-editor.ts': 'the hub’s own address', 'assets/save-as-you-go.ts': 'the hub’s own address', 'assets/session-end.ts': 'the hub’s own address',
    'src/platform/identity/logout-token.ts': 'the keys of a provider that the installation names',
    'src/platform/passwords/passwords.ts': 'the list that the installation names',
    'src/platform/scanner/clamd.ts': 'the scanner that the installation names',
  }],
]

describe('no code', () => {
  for (const [what, written, where] of dangers) {
    it(`has ${what}, but where it is named`, () => {
      assert.deepEqual(files.filter((file) => written.test(readSource(file))), Object.keys(where).toSorted())
    })
  }
})

describe('the packages that are installed', () => {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> }
  const named = Object.entries(packages).filter(([name]) => name !== '')

  it('come from the registry and nowhere else, each with the hash of what it must be', () => {
    assert.ok(named.length > 100)
    // No address is the registry's: one would be a server, a repository or a folder of somebody's.
    const wrong = named.filter(([, { resolved, integrity, link }]) => (resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/') === false || integrity?.startsWith('sha512-') !== true || link === true)
    assert.deepEqual(wrong.map(([name]) => name), [])
  })

  it('are those that package.json names, at one version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) assert.match(version, /^\d+\.\d+\.\d+[\w.-]*$/, name)
  })
})
