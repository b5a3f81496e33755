import type { Ask } from '../../casebook/ask.ts'
import type { AboutYou, PasswordFault } from '../../domain/sign-in/password.ts'
import { longestPassword, passwordFault, shortestPassword } from '../../domain/sign-in/password.ts'
import type { FieldError } from '../../ui/form.tsx'

const faultWords: Record<PasswordFault, string> = {
  missing: 'Enter a new password',
  'too-short': `Password must be ${shortestPassword} characters or more`,
  'too-long': `Password must be ${longestPassword} characters or fewer`,
  common: 'Too many people use this password. Choose words that nobody would guess',
  'about-you': 'This password is mostly your name or email address. Choose other words',
  'one-pattern': 'This password is too easy to guess. Choose words that do not follow a pattern',
}

/** Judges a new password and hashes it; or says what is wrong, in words. It never comes back into the page. */
export async function judgeNewPassword({ house }: Pick<Ask, 'house'>, password: string, about: AboutYou): Promise<{ hash: string } | { error: FieldError }> {
  const fault = passwordFault(password, about, house.passwords.common)
  if (fault !== undefined) return { error: { field: 'password', message: faultWords[fault] } }
  if (await house.passwords.wasStolen(password)) {
    return { error: { field: 'password', message: 'This password was stolen from another website, so it is not safe. Choose another one' } }
  }
  return { hash: await house.passwords.hash(password) }
}
