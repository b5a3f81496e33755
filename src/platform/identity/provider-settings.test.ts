import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { provesTwoFactors } from './identity-provider.ts'
import { readProviders } from './provider-settings.ts'

const good = {
  name: 'council', title: 'Wendmere Council account', issuer: 'https://login.example.org/tenant/v2.0', clientId: 'id', client: { by: 'secret', environment: 'COUNCIL_SECRET' },
  secondFactor: [{ claim: 'amr', isOneOf: ['mfa'] }],
}
const sources = { environment: { COUNCIL_SECRET: 'hunter2' }, fileText: (file: string) => (file === 'key.pem' ? '-----BEGIN PRIVATE KEY-----\nhunter2' : undefined), isProduction: true }
const faultsOf = (providers: unknown): readonly string[] => {
  const read = readProviders(JSON.stringify({ providers }), sources)
  return 'faults' in read ? read.faults : []
}

describe('the providers of an installation', () => {
  it('are read with their secrets, and with safe values for what is not said', () => {
    const read = readProviders(JSON.stringify({ providers: [good, { ...good, name: 'nhs', client: { by: 'private-key', file: 'key.pem', algorithm: 'RS512', audience: 'token-endpoint' } }] }), sources)
    assert.ok('providers' in read)
    const [council, nhs] = read.providers
    assert.deepEqual(council?.client, { by: 'secret', secret: 'hunter2' })
    assert.deepEqual([council?.email, council?.person, council?.idTokenAlgorithm, council?.userInfo], [{ claim: 'email', trust: 'never' }, 'sub', 'RS256', false])
    assert.equal(nhs?.client.by, 'private-key')
  })

  for (const [what, change, fault] of [
    ['no second factor', { secondFactor: undefined }, 'providers.0.secondFactor is missing: what in the id token proves two factors'],
    ['an empty list of proofs', { secondFactor: [] }, 'providers.0.secondFactor is empty: what in the id token proves two factors'],
    ['plain http', { issuer: 'http://127.0.0.1:3000' }, 'providers.0.issuer begins with https://'],
    ['a word of the hub’s own as name', { name: 'demo' }, 'providers.0.name is a word that the hub uses itself'],
    ['a secret in the file itself', { client: { by: 'secret', secret: 'hunter2' } }, 'providers.0.client names either an environment variable or a file for the secret'],
    ['a secret that is not set', { client: { by: 'secret', environment: 'NOT_SET' } }, 'providers.0.client names an environment variable that is not set'],
    ['a key file that is not there', { client: { by: 'private-key', file: 'none.pem' } }, 'providers.0.client names a key file that cannot be read'],
    ['scopes without openid', { scopes: ['email'] }, 'providers.0.scopes must contain openid'],
    ['an algorithm that signs with the secret', { idTokenAlgorithm: 'HS256' }, 'providers.0.idTokenAlgorithm is one of RS256, RS384, RS512, PS256, ES256'],
    ['a parameter that would take the checks away', { ask: { redirect_uri: 'x' } }, 'providers.0.ask.redirect_uri is nothing that may be asked'],
  ] as const) {
    it(`are refused with ${what}`, () => assert.ok(faultsOf([{ ...good, ...change }]).includes(fault), faultsOf([{ ...good, ...change }]).join('\n')))
  }

  it('are told all their faults together, and no value', () => {
    const faults = faultsOf([{ ...good, title: '', issuer: 'hunter2' }, good])
    assert.ok(faults.length >= 2 && !faults.join().includes('hunter2'), faults.join('\n'))
    assert.deepEqual(faultsOf([good, good]), ['providers has a name twice'])
    assert.deepEqual(readProviders('{', sources), { faults: ['is not JSON'] })
  })

  it('in the documentation can be read as they stand', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../../docs/how-to/sign-in-elsewhere.md'), 'utf8')
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    assert.equal(examples.length, 4)
    for (const text of examples) {
      const read = readProviders(`{"providers": [${text}]}`, { environment: { COUNCIL_SIGN_IN_SECRET: 's', DFE_SIGN_IN_SECRET: 's' }, fileText: () => '-----BEGIN PRIVATE KEY-----', isProduction: true })
      assert.ok('providers' in read, `${'faults' in read ? read.faults.join('\n') : ''}\n${text}`)
    }
  })
})

describe('the proof of two factors', () => {
  const proofs = [{ claim: 'amr', isOneOf: ['mfa'] }, { claim: 'vot', isOneOf: ['Cl.Cm'] }, { claim: 'authentication_assurance_level', isOneOf: ['2', '3'] }]
  for (const [claims, expected] of [
    [{ amr: ['pwd', 'mfa'] }, true], [{ amr: 'mfa' }, true], [{ amr: ['pwd'] }, false], [{ amr: [] }, false], [{}, false], [{ vot: 'Cl.Cm' }, true], [{ vot: 'Cl' }, false],
    [{ authentication_assurance_level: 3 }, true], [{ authentication_assurance_level: '1' }, false], [{ amr: ['mfa2'], acr: 'mfa' }, false], [{ amr: { mfa: true } }, false], [{ amr: [['mfa']] }, false],
  ] as const) {
    it(`${JSON.stringify(claims)}: ${expected}`, () => assert.equal(provesTwoFactors(claims, proofs), expected))
  }
})
