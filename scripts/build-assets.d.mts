export type BuiltSizes = { readonly bytes: number; readonly gzip: number; readonly brotli: number }
export type Manifest = { readonly 'hub.css': string; readonly 'hub.js': string; readonly 'passkeys.js': string; readonly 'hub.svg': string }
export function buildAssets(options: {
  readonly outDir: string
}): Promise<{ readonly manifest: Manifest; readonly sizes: { readonly [file: string]: BuiltSizes } }>
