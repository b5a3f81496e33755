/** Builds when needed. Answers whether it had to. */
export function build(options?: {
  root?: string
  dist?: string
  entries?: Readonly<Record<string, string>>
  logLevel?: 'warning' | 'silent'
}): Promise<boolean>
