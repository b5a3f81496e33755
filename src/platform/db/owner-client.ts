// A connection of the owner's for as long as one thing takes: what makes a database ready comes to it so.

import { Client, type ClientConfig } from 'pg'

/** Opens, runs, and closes whatever happens; what the session held in the database is free then. */
export async function withOwnerClient<T>(options: ClientConfig, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...options, application_name: 'golden-thread migrate' })
  // A connection that is cut while nothing is asked of it says so to whatever is asked of it next.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
