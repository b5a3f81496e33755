import { runMigrations } from 'graphile-worker'
import { migrate } from './migrate.ts'

/** Everything a database needs before the program can use it: our tables and the job queue's. Answers with what ran. */
export async function prepareDatabase(options: { connectionString: string; directory: string }): Promise<string[]> {
  const applied = await migrate(options)
  await runMigrations({ connectionString: options.connectionString })
  return applied
}
