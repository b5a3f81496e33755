import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigFault, readConfig } from './config.ts'

const databaseUrl = 'postgresql://hub@db.example.org/hub'
const production = {
  ENVIRONMENT: 'production',
  DATABASE_URL: databaseUrl,
  SESSION_SECRET: 'x'.repeat(32),
  SEALING_KEY: 'y'.repeat(32),
  SECURITY_CONTACT: 'mailto:security@example.org',
  FILES_DIR: '/srv/files',
  BASE_URL: 'https://hub.example.org/',
  AREA: 'wendmere',
  MAIL: 'smtp',
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: 'send@example.org',
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
  assert.equal(config.signIn, 'demo')
  assert.equal(config.baseUrl, 'http://localhost:3000')
  assert.equal(config.mail.kind, 'local')
  assert.notEqual(config.sessionSecret, readConfig({ DATABASE_URL: databaseUrl }).sessionSecret)
  assert.equal(readConfig({ DATABASE_URL: databaseUrl, PORT: '4000' }).baseUrl, 'http://localhost:4000')
})

test('production with everything named', () => {
  const config = readConfig(production)
  assert.equal(config.signIn, 'off')
  assert.equal(config.baseUrl, 'https://hub.example.org')
  assert.deepEqual(config.mail, { kind: 'smtp', url: 'smtps://mail.example.org', from: 'send@example.org' })
})

test('production with nothing named hears of every fault at once', () => {
  const names = faultsOf({ ENVIRONMENT: 'production' }).map((line) => line.split(' ')[0])
  assert.deepEqual(names, ['DATABASE_URL', 'SESSION_SECRET', 'SEALING_KEY', 'FILES_DIR', 'BASE_URL', 'AREA', 'SECURITY_CONTACT', 'MAIL'])
})

for (const [change, fault] of [
  [{ SIGN_IN: 'demo' }, 'SIGN_IN cannot be demo in production: anybody could sign in as anybody'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET has fewer than 32 characters'],
  [{ SESSION_SECRET: '' }, 'SESSION_SECRET is missing: at least 32 characters that nobody can guess'],
  [{ BASE_URL: 'http://hub.example.org' }, 'BASE_URL starts with https:// in production'],
  [{ SECURITY_CONTACT: 'the IT desk' }, 'SECURITY_CONTACT starts with https:// or mailto:'],
  [{ TRUSTED_PROXIES: 'everyone' }, 'TRUSTED_PROXIES is a list of addresses or networks, as 10.0.0.0/8, with commas between'],
  [{ MAIL: 'pigeon' }, 'MAIL is one of local, smtp, notify'],
  [{ MAIL: 'local' }, 'MAIL cannot be local in production: nothing would reach anybody'],
  [{ SMTP_URL: '' }, 'SMTP_URL is missing: the mail server, as smtps://user:password@mail.example.org'],
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
