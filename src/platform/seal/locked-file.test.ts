import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { isLockedFile, isPassphrase, lockFile, newPassphrase, unlockFile } from './locked-file.ts'

const content = Buffer.from('The whole record of a child')
const refusalOf = async (bytes: Uint8Array, typed: string): Promise<string> => {
  const opened = await unlockFile(bytes, typed)
  return opened.ok ? 'opened' : opened.refusal
}

describe('a locked file', () => {
  it('opens with its passphrase however it is typed, and with no other', async () => {
    const passphrase = newPassphrase()
    const locked = await lockFile(content, passphrase)
    assert.ok(isLockedFile(locked) && !isLockedFile(content))
    assert.ok(!Buffer.from(locked).includes('record'))
    for (const typed of [passphrase, ` ${passphrase} `, passphrase.toUpperCase(), passphrase.replaceAll('-', ''), passphrase.replaceAll('-', ' – ')]) {
      const opened = await unlockFile(locked, typed)
      assert.ok(opened.ok, typed)
      assert.deepEqual(Buffer.from(opened.value), content)
    }
    for (const typed of [newPassphrase(), '', passphrase.slice(0, -1), `${passphrase}2`]) assert.equal(await refusalOf(locked, typed), 'wrong-passphrase', typed)
  })

  it('has a passphrase of ninety-eight random bits that can be told on the telephone', () => {
    const made = Array.from({ length: 200 }, newPassphrase)
    assert.ok(made.every(isPassphrase))
    assert.equal(new Set(made).size, made.length)
    assert.ok(Math.log2(30 ** 20) > 98)
    for (const weak of ['', 'password', 'aaaa-aaaa-aaaa-aaaa', 'aaaa-aaaa-aaaa-aaaa-aaaO', `${newPassphrase()}\nx`]) assert.ok(!isPassphrase(weak), weak)
  })

  it('is refused when a byte of it was changed, when it is cut off, and when it is no such file', async () => {
    const passphrase = newPassphrase()
    const locked = await lockFile(content, passphrase)
    const changed = Uint8Array.from(locked)
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1
    assert.equal(await refusalOf(changed, passphrase), 'broken')
    assert.equal(await refusalOf(locked.slice(0, -20), passphrase), 'broken')
    assert.equal(await refusalOf(Buffer.from('age-encryption.org/v1\n'), passphrase), 'broken')
  })

  it('is not tried when it asks for more work than a machine has, or when no passphrase opens it', async () => {
    const passphrase = newPassphrase()
    const text = Buffer.from(await lockFile(content, passphrase)).toString('latin1')
    assert.equal(await refusalOf(Buffer.from(text.replace(/^(.*\n-> scrypt \S+) 15\n/, '$1 20\n'), 'latin1'), passphrase), 'too-much-work')
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    assert.equal(await refusalOf(await encrypter.encrypt(content), passphrase), 'no-passphrase')
  })
})
