import { clamdScanner } from './clamd.ts'
import type { ClamdAddress } from './clamd.ts'
import type { Scanner } from './scanner.ts'
import { noScanner, standInScanner } from './stand-in.ts'

export type ScannerConfig = { readonly kind: 'clamd'; readonly address: ClamdAddress } | { readonly kind: 'stand-in' } | { readonly kind: 'none' }

export function openScanner(config: ScannerConfig): Scanner {
  switch (config.kind) {
    case 'clamd': return clamdScanner(config.address)
    case 'stand-in': return standInScanner
    case 'none': return noScanner
  }
}
