// What `golden-thread WORD` does. Each command answers with the process's exit code.

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { backupCommands } from './backup-commands.ts'
import { Client } from 'pg'
import { recordsIn, verifyAudit } from './audit-verifier.ts'
import { signAuditHeads } from './casebook/audit/audit-heads.ts'
import type { House } from './casebook/house.ts'
import { rebuildCurrency } from './casebook/plan/keep-currency.ts'
import { rebuildTracks } from './casebook/rebuild-tracks.ts'
import { sealWhatIsOpen } from './casebook/family/sealed-addresses.ts'
import { sealAnew } from './casebook/seal-anew.ts'
import { system } from './casebook/signing-in/viewer.ts'
import { inTransaction } from './casebook/tx.ts'
import { ConfigFault, environmentNow, readConfig } from './config.ts'
import { bringInCommand } from './features/older-plans/bring-in/command.ts'
import { inviteCommand } from './features/accounts/command.ts'
import { unpackCases } from './features/demo/demo-cases-store.ts'
import { clocksCommand } from './features/clocks/clocks-command.ts'
import { demoPeople } from './features/demo/world.ts'
import { seedWorld } from './features/demo/seed-world.ts'
import { nightCommand } from './features/return-items/nightly/night-command.ts'
import { sealDraftsAnew } from './features/requests/draft-store.ts'
import { readReturnCommand } from './features/return-in/command.ts'
import { longDoors, sen2 as checkSen2 } from './file-commands.ts'
import { writeCommand } from './features/national-return/write-command.ts'
import { checkWording as checkWordingFiles } from './features/wording/check-wording.ts'
import { makeAreaCommand } from './features/staff/make-area.ts'
import { localDatabase } from './local-database.ts'
import { databaseUrlOf, makeHouse } from './make-house.ts'
import { systemClock } from './platform/clock/system-clock.ts'
import { MigrationFault } from './platform/db/migrate.ts'
import { isPassing } from './platform/db/passing-fault.ts'
import { makeAuditKey } from './platform/heads/head-book.ts'
import { prepareDatabase } from './prepare-database.ts'

type Command = (words: readonly string[]) => Promise<number>

const say = (text: string): boolean => process.stdout.write(`${text}\n`)

/** What is wrong with the settings or with a migration, and a database that is away, is said in words; where in the program it was noticed helps nobody. */
async function inWords(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (fault) {
    const words = fault instanceof ConfigFault || fault instanceof MigrationFault ? fault.message : isPassing(fault) ? `The database was not there, or went away: ${String(fault)}. Run the command again when it is back.` : undefined
    if (words === undefined) throw fault
    process.stderr.write(`${words}\n`)
    return 1
  }
}

const inHouse = (run: (house: House) => Promise<number>): Promise<number> => inWords(async () => {
  const local = await localDatabase(environmentNow())
  try {
    const house = makeHouse(readConfig({ ...environmentNow(), ...local?.settings }), 'owner')
    try {
      return await run(house)
    } finally {
      await house.database.destroy()
    }
  } finally {
    await local?.stop()
  }
})

/** Brings the database up to date. */
const migrate: Command = () => inWords(async () => {
  const config = readConfig()
  const directory = path.resolve(import.meta.dirname, '..', 'migrations')
  const applied = await prepareDatabase({ connectionString: databaseUrlOf(config, 'owner'), directory, shareOwnersPassword: config.environment !== 'production' })
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
  return inHouse(async (house) => {
    await foldWhatIsBehind(house)
    await sealOpenAddresses(house)
    return 0
  })
})

/** Protected addresses that are still in plain words, from before they were sealed: `migrate` does it, and so can anybody by hand. */
async function sealOpenAddresses(house: House): Promise<number> {
  const sealed = await sealWhatIsOpen({ house, viewer: system, page: 'cli seal-addresses' })
  if (sealed > 0) say(`Sealed ${sealed} protected ${sealed === 1 ? 'address' : 'addresses'}.`)
  return sealed
}

const sealAddresses: Command = () => inHouse(async (house) => {
  if (await sealOpenAddresses(house) === 0) say('Every protected address is sealed.')
  return 0
})

/** Everything that is kept sealed, under the key of today: then the former keys may go. docs/how-to/run-it-safely.md. */
const sealEverythingAnew: Command = () => inHouse(async (house) => {
  const things = await inTransaction({ house, viewer: system, page: 'cli seal-anew' }, async (tx) => await sealAnew(tx) + await sealDraftsAnew(tx))
  say(`Sealed ${things} ${things === 1 ? 'thing' : 'things'} anew. Former keys are needed for another week, and then no more.`)
  return 0
})

/** Cases that came in without their clocks: from before the clocks were kept, or from a bundle. */
async function foldWhatIsBehind(house: House): Promise<void> {
  const { cases, refused } = await rebuildTracks({ house, viewer: system, page: 'cli' }, { repair: true, which: 'behind' })
  if (cases > 0) say(`Folded the clocks of ${cases} cases.`)
  if (refused.length > 0) say(`Their facts contradict each other, so that their clocks could not be told: ${refused.join(', ')}.`)
  await rebuildCurrency({ house, viewer: system, page: 'cli' }, { repair: true, which: 'missing' })
}

/** Puts the demonstration area's people and bodies in; a second time adds nothing. */
const seedDemo: Command = () => inHouse(async (house) => {
  if (!house.isDemo) {
    say('This is not a demonstration (SIGN_IN does not say demo): nothing was put in.')
    return 1
  }
  await seedWorld(house.database, house.clock.now())
  say(`Put in the demonstration areas with ${demoPeople.length} invented people.`)
  const packed = await readFile(path.resolve(import.meta.dirname, '..', 'demo', 'cases.json.gz'))
  const children = await unpackCases(house.database, house.files, packed)
  if (children > 0) say(`Put in ${children} invented children at different stages.`)
  await foldWhatIsBehind(house)
  return 0
})

/** Who can sign in to the demonstration. */
const people: Command = () => {
  const widest = Math.max(...demoPeople.map(({ name }) => name.length))
  for (const { name, about } of demoPeople) say(`  ${name.padEnd(widest)}  ${about}`)
  return Promise.resolve(0)
}

/** Folds every case again; exits with 1 when what the case row or its clocks keep differed from its facts. */
const rebuild: Command = (words) => inHouse(async (house) => {
  const { cases, facts, different, refused } = await rebuildTracks({ house, viewer: system, page: 'cli rebuild-tracks' }, { repair: words.includes('--repair') })
  say(`Folded ${cases} cases with ${facts} facts: ${different.length} different.`)
  for (const { reference, columns } of different) say(`  ${reference}: ${columns.join(', ')}`)
  for (const reference of refused) say(`  ${reference}: its facts contradict each other, and its clocks stand where they last could be told.`)
  if (different.length > 0) say(words.includes('--repair') ? 'Put right.' : 'Run again with --repair to put them right.')
  return different.length === 0 ? 0 : 1
})

/** Folds how old every plan is again; exits with 1 when what is kept differed. */
const rebuildAges: Command = (words) => inHouse(async (house) => {
  const { plans, different } = await rebuildCurrency({ house, viewer: system, page: 'cli rebuild-currency' }, { repair: words.includes('--repair') })
  say(`Folded ${plans} plans: ${different.length} different.`)
  for (const { reference, columns } of different) say(`  ${reference}: ${columns.join(', ')}`)
  if (different.length > 0) say(words.includes('--repair') ? 'Put right.' : 'Run again with --repair to put them right.')
  return different.length === 0 ? 0 : 1
})

/** Runs the wording rules over labelled lines: docs/how-to/check-wording.md. */
const checkWording: Command = (words) => checkWordingFiles(words, {
  out: say,
  err: (text) => process.stderr.write(`${text}\n`),
})

/** Facts in, dates out: docs/how-to/work-out-the-dates.md. */
const clocks: Command = (words) => clocksCommand(words, { ...longDoors(), isInputEmpty: process.stdin.isTTY === true, today: systemClock().today() })

/**
 * Writes a statutory return from the record (docs/how-to/write-the-return.md), or makes and checks that of every area as each night does
 * (docs/how-to/keep-the-return-right.md). What checks one as a file needs no database (file-commands.ts).
 */
const sen2: Command = (words) => {
  const [what, ...rest] = words
  // Reads the return of another system: docs/how-to/bring-in-last-years-return.md.
  if (what === 'read') return inHouse((house) => readReturnCommand({ house, viewer: system, page: 'cli sen2-read' }, rest, say))
  const run = what === 'write' ? writeCommand : what === 'nightly' ? nightCommand : undefined
  return run === undefined ? checkSen2(words) : inHouse((house) => run({ house, viewer: system, page: `cli sen2 ${String(what)}` }, rest, longDoors()))
}

/** Says why nobody could answer an invitation here. */
function takesInvitations({ signIn, providers }: House): boolean {
  const takes = signIn.includes('local') || providers.length > 0
  if (!takes) say('Nobody can answer an invitation here: SIGN_IN says neither local nor oidc.')
  return takes
}

/** The first area of an installation, its council team and who looks after it: docs/how-to/start-an-installation.md. */
const makeArea: Command = (words) => inHouse((house) => (takesInvitations(house) ? makeAreaCommand({ house, viewer: system, page: 'cli make-area' }, words, say) : Promise.resolve(1)))

/** Lets somebody open an account: docs/how-to/let-people-sign-in.md. */
const invite: Command = (words) => inHouse((house) => {
  if (!takesInvitations(house)) return Promise.resolve(1)
  return inviteCommand({ house, viewer: system, page: 'cli invite' }, words, say)
})

/** Checks the audit chains of this hub's own database against their signed heads: docs/how-to/check-the-audit-chain.md. */
const verifyAuditChains: Command = (words) => {
  const { databaseUrl, auditHeads: { dir, keyFile } } = readConfig()
  const given = (name: string, otherwise: string): string[] => (words.includes(`--${name}`) ? [] : [`--${name}`, otherwise])
  return verifyAudit([
    ...words, ...(words.includes('--records') ? [] : given('database', databaseUrl)), ...given('heads', dir), ...given('public-key', `${keyFile.replace(/\.pem$/, '')}.public.pem`),
  ], say)
}

/** Signs the last record of each chain now: before a backup, or by hand. */
const signAudit: Command = () => inHouse(async (house) => {
  say(`Signed ${await signAuditHeads({ house, viewer: system, page: 'cli' })} heads.`)
  return 0
})

/** Makes the key that signs the audit heads, once, and says what to publish. */
const auditKey: Command = async () => {
  say(makeAuditKey(readConfig().auditHeads.keyFile))
  return Promise.resolve(0)
}

/** Every audit record as lines of JSON, for the verifier or an auditor. */
const exportAudit: Command = async () => {
  const client = new Client({ connectionString: readConfig().databaseUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    for await (const record of recordsIn(client)) {
      // Waits until the reader has taken it: millions of records do not pile up here.
      if (!say(JSON.stringify(record))) await once(process.stdout, 'drain')
    }
    return 0
  } finally {
    await client.end()
  }
}

/** Brings in a folder of older plans: docs/how-to/bring-in-older-plans.md. */
const bringInPlans: Command = (words) => inHouse((house) => bringInCommand({ house, viewer: system, page: 'cli bring-in-plans' }, words, say))

export const commands: Readonly<Record<string, Command>> = {
  migrate, 'seal-addresses': sealAddresses, 'seal-anew': sealEverythingAnew, 'seed-demo': seedDemo, people, 'rebuild-tracks': rebuild, 'rebuild-currency': rebuildAges, 'check-wording': checkWording, clocks, sen2, invite, 'make-area': makeArea,
  'bring-in-plans': bringInPlans,
  'verify-audit': verifyAuditChains, 'sign-audit': signAudit, 'audit-key': auditKey, 'export-audit': exportAudit, ...backupCommands,
}
