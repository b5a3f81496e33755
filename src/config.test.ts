import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigFault, readConfig } from './config.ts'

const databaseUrl = 'postgresql://hub@db.example.org/hub'
const production = {
  ENVIRONMENT: 'production',
  DATABASE_URL: `${databaseUrl}?sslmode=verify-full`,
  SESSION_SECRET: 'x'.repeat(32),
  SEALING_KEY: 'y'.repeat(32),
  SECURITY_CONTACT: 'mailto:security@example.org',
  FILES_DIR: '/srv/files',
  AUDIT_HEADS_DIR: '/mnt/heads',
  AUDIT_KEY_FILE: '/etc/hub/audit-key.pem',
  BASE_URL: 'https://hub.example.org/',
  AREA: 'wendmere',
  MAIL: 'smtp',
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: 'send@example.org',
  SCANNER_ADDRESS: '127.0.0.1:3310',
}

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigFault)
    return error.message.split('\n').slice(1).map((line) => line.trim())
  }
}

test('on one’s own machine only the database is needed', () => {
  const config = readConfig({ DATABASE_URL: databaseUrl })
  assert.equal(config.environment, 'development')
  assert.deepEqual(config.signIn, ['demo'])
  assert.equal(config.baseUrl, 'http://localhost:3000')
  assert.equal(config.mail.kind, 'local')
  assert.notEqual(config.sessionSecret, readConfig({ DATABASE_URL: databaseUrl }).sessionSecret)
  assert.equal(readConfig({ DATABASE_URL: databaseUrl, PORT: '4000' }).baseUrl, 'http://localhost:4000')
})

test('production with everything named', () => {
  const config = readConfig(production)
  assert.deepEqual(config.signIn, ['local'])
  assert.deepEqual(readConfig({ ...production, SIGN_IN: ' oidc,local ' }).signIn, ['local', 'oidc'])
  assert.equal(config.baseUrl, 'https://hub.example.org')
  assert.deepEqual(config.mail, { kind: 'smtp', url: 'smtps://mail.example.org', from: 'send@example.org' })
})

test('production reaches a database on its own machine without TLS, by loopback or by socket', () => {
  for (const url of ['postgresql://hub@localhost/hub', 'postgresql://hub@127.0.0.1:5432/hub', 'postgresql:///hub?host=/run/postgresql', 'postgresql://hub@%2Frun%2Fpostgresql/hub']) {
    assert.equal(readConfig({ ...production, DATABASE_URL: url }).databaseUrl, url)
  }
})

test('production with nothing named hears of every fault at once', () => {
  const names = faultsOf({ ENVIRONMENT: 'production' }).map((line) => line.split(' ')[0])
  assert.deepEqual(names, ['DATABASE_URL', 'SESSION_SECRET', 'SEALING_KEY', 'FILES_DIR', 'AUDIT_HEADS_DIR', 'AUDIT_KEY_FILE', 'BASE_URL', 'AREA', 'SECURITY_CONTACT', 'MAIL', 'SCANNER_ADDRESS'])
})

for (const [change, fault] of [
  [{ SIGN_IN: 'demo' }, 'SIGN_IN cannot be demo in production: anybody could sign in as anybody'],
  [{ SIGN_IN: 'local, demo' }, 'SIGN_IN cannot be demo in production: anybody could sign in as anybody'],
  [{ SIGN_IN: 'local,magic' }, 'SIGN_IN is a list of demo, local, oidc'],
  [{ BREACHED_PASSWORDS_URL: 'nearby' }, 'BREACHED_PASSWORDS_URL is no web address'],
  [{ BREACHED_PASSWORDS_URL: 'http://range.example.org' }, 'BREACHED_PASSWORDS_URL starts with https:// in production'],
  [{ SEALING_KEYS_BEFORE: `${'z'.repeat(32)} short` }, 'SEALING_KEYS_BEFORE has a key of fewer than 32 characters'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET has fewer than 32 characters'],
  [{ SESSION_SECRET: '' }, 'SESSION_SECRET is missing: at least 32 characters that nobody can guess'],
  [{ BASE_URL: 'http://hub.example.org' }, 'BASE_URL starts with https:// in production'],
  [{ SECURITY_CONTACT: 'the IT desk' }, 'SECURITY_CONTACT starts with https:// or mailto:'],
  [{ TRUSTED_PROXIES: 'everyone' }, 'TRUSTED_PROXIES is a list of addresses or networks, as 10.0.0.0/8, with commas between'],
  [{ MAIL: 'pigeon' }, 'MAIL is one of local, smtp, notify'],
  [{ MAIL: 'local' }, 'MAIL cannot be local in production: nothing would reach anybody'],
  [{ SMTP_URL: '' }, 'SMTP_URL is missing: the mail server, as smtps://user:password@mail.example.org'],
  [{ SCANNER: 'none' }, 'SCANNER is clamd in production: files that nobody looked through would be opened'],
  [{ SCANNER: 'stand-in' }, 'SCANNER is clamd in production: files that nobody looked through would be opened'],
  [{ SCANNER_ADDRESS: '' }, 'SCANNER_ADDRESS is missing: where clamd listens, as 127.0.0.1:3310 or /run/clamav/clamd.ctl'],
  [{ SCANNER_ADDRESS: 'the scanner' }, 'SCANNER_ADDRESS is host:port, or the path of a socket'],
  [{ BACKUP_RECIPIENTS: 'my password' }, 'BACKUP_RECIPIENTS is a list of public keys that begin with age1'],
  [{ DATABASE_URL: databaseUrl }, 'DATABASE_URL goes to another machine: ends with ?sslmode=verify-full in production'],
  [{ DATABASE_URL: `${databaseUrl}?sslmode=prefer` }, 'DATABASE_URL goes to another machine: ends with ?sslmode=verify-full in production'],
  [{ BACKUP_DATABASE_URL: databaseUrl }, 'BACKUP_DATABASE_URL goes to another machine: ends with ?sslmode=verify-full in production'],
  [{ PORT: 'three' }, 'PORT is a number from 1 to 65535'],
  [{ PORT: '70000' }, 'PORT is a number from 1 to 65535'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL starts with postgresql://'],
  [{ ENVIRONMENT: 'staging' }, 'ENVIRONMENT is one of development, test, production'],
] as const) {
  test(`with ${JSON.stringify(change)}`, () => assert.ok(faultsOf({ ...production, ...change }).includes(fault), faultsOf({ ...production, ...change }).join()))
}

test('a fault never shows the value', () => {
  assert.ok(!faultsOf({ ...production, SESSION_SECRET: 'hunter2', DATABASE_URL: 'hunter2' }).join().includes('hunter2'))
})

test('nothing can be changed afterwards', () => {
  const config = readConfig(production)
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.mail))
})

test('limits for unusual looking are by role', () => {
  assert.deepEqual(readConfig({ DATABASE_URL: databaseUrl, UNUSUAL_ACCESS_LIMITS: 'senco=30, case-officer=25' }).unusualLimits, { senco: 30, 'case-officer': 25 })
  assert.deepEqual(readConfig({ DATABASE_URL: databaseUrl }).unusualLimits, {})
  assert.deepEqual(readConfig({ DATABASE_URL: databaseUrl, UNUSED_ACCOUNTS: 'staff=60' }).unusedAfter, { staff: 60, family: 730 })
  for (const wrong of ['staff', 'staff=5', 'family=90', 'pupils=90']) assert.match(faultsOf({ DATABASE_URL: databaseUrl, UNUSED_ACCOUNTS: wrong }).join(), /is like staff=90,family=730/)
  for (const wrong of ['senco', 'senco=0', 'head=3', 'senco=many']) assert.match(faultsOf({ DATABASE_URL: databaseUrl, UNUSUAL_ACCESS_LIMITS: wrong }).join(), /is like case-officer=25/)
})
