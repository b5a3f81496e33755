// A transaction that begins with something said: both go to the database in one message, so that saying it costs no journey.

import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, PostgresDialect, PostgresDriver, type DatabaseConnection, type Driver, type Kysely, type PostgresDialectConfig, type Transaction, type TransactionSettings } from 'kysely'
import { escapeLiteral } from 'pg'

const toSay = new AsyncLocalStorage<string | undefined>()

class DriverThatSays extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const statement = toSay.getStore()
    if (statement === undefined) return super.beginTransaction(connection, settings)
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${statement}`))
    } catch (error) {
      // The transaction is begun and broken: the connection must not go back to the pool like that.
      await this.rollbackTransaction(connection)
      throw error
    }
  }
}

export class DialectThatSays extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new DriverThatSays(this.#config)
  }
}

/** Runs in a transaction of this database in which the settings hold: to its end and no longer. Names are the program's own, never typed. */
export function transactionWith<Tables, T>(
  database: Kysely<Tables>, settings: Readonly<Record<string, string>>, run: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const said = Object.entries(settings).map(([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`)
  const statement = said.length === 0 ? undefined : `select ${said.join(', ')}`
  // What runs inside may begin transactions of its own, which say nothing of this.
  return toSay.run(statement, () => database.transaction().execute((transaction) => toSay.run(undefined, () => run(transaction))))
}
