// Codes of an authenticator app (TOTP, RFC 6238), and the QR code by which the app learns its key.

import { generateSecret, generateURI, verifySync } from 'otplib'
import { encode } from 'uqr'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { millisecondsOf } from '../clock/system-clock.ts'

/** A new key: 160 random bits in base32. */
export const newAppKey = (): string => generateSecret()

/**
 * The time step of a right code, to be remembered; undefined when the code is wrong, or its step was taken already. A code of the
 * step before or after is right too: clocks of telephones differ.
 */
export function stepOfCode(key: string, code: string, now: Instant, lastStep: number | undefined): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const result = verifySync({
    secret: key, token: code, epoch: Math.floor(millisecondsOf(now) / 1000), epochTolerance: 30,
    ...(lastStep === undefined ? {} : { afterTimeStep: lastStep }),
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** What the app reads from the picture. The account's name is the sign-in address; nothing else about the person is in it. */
export const appUri = (key: string, email: string): string => generateURI({ issuer: 'Golden Thread', label: email, secret: key })

/** The QR code as one path of squares for an SVG of `size` units a side, so that no style or script is needed. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}

/** "ECSR 6TQV …": as it is typed by hand. */
export const keyInGroups = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, '$1 ')
