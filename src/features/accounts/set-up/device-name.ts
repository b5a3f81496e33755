import type { MadePasskey } from '../../../platform/passkeys/passkeys.ts'

/** What the person will find in their list: where the passkey is, in words. They cannot be told the make of every device. */
export function deviceName({ transports, isSynced }: Pick<MadePasskey, 'transports' | 'isSynced'>): string {
  if (transports.includes('internal')) return isSynced ? 'Passkey kept with your devices' : 'Passkey on this device'
  if (transports.some((way) => ['usb', 'nfc', 'ble', 'smart-card'].includes(way))) return 'Security key'
  return 'Passkey on your phone'
}
