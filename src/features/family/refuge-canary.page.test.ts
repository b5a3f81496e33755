// A refuge address, given in a request and on the family page, and then looked for in everything that leaves the hub: every page as
// every person of the demonstration, files, letters, e-mails, the outbox, every table of the database as text, faults and logs.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answer, area, begin, orla, referenceOn, send, theChild } from '../../../test/builders/a-request.ts'
import { everyPageOf } from '../../../test/builders/every-page.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPeople } from '../demo/world.ts'
import { demoPersonId } from '../demo/seed-world.ts'

/** In a request, while it is written and after; and recorded by an officer later. */
const canaries = ['7 Marigold Refuge', 'Marigold', 'ZZ95 7QA', 'ZZ957QA', '21 Saffron House', 'Saffron', 'ZZ95 8QB', 'ZZ958QB'] as const

describe('a refuge address', () => {
  let hub: Hub
  let key: CaseKey
  const written: string[] = []
  const [out, err] = [process.stdout.write.bind(process.stdout), process.stderr.write.bind(process.stderr)]
  before(async () => {
    hub = await aHub()
    // What the program logs while all this is done.
    process.stdout.write = ((text: string | Uint8Array, ...rest: []) => { written.push(String(text)); return out(text, ...rest) }) as typeof process.stdout.write
    process.stderr.write = ((text: string | Uint8Array, ...rest: []) => { written.push(String(text)); return err(text, ...rest) }) as typeof process.stderr.write
    const parent = await begin(await hub.as('sinead'), 'parent')
    await theChild(parent, orla)
    await answer(parent, 'your-name', { fullName: 'Sinead Rowe', responsibility: 'yes' })
    await answer(parent, 'home', { line1: '7 Marigold Refuge', town: 'Wendmere', postcode: 'ZZ95 7QA', secret: 'yes' })
    assert.deepEqual(await tablesThatHold(), [], 'while the request is being written')
    await send(parent)
    const { id } = await hub.fresh.db.selectFrom('caseFile').select('id').where('reference', '=', referenceOn(parent)).executeTakeFirstOrThrow()
    key = { area, caseId: id }
    const officer = await (await hub.as('hattie')).get(paths.caseAddress(key))
    await officer.submit({
      confidential: 'yes', lines: '21 Saffron House\nWendmere', postcode: 'ZZ95 8QB', household: 'home', residents: [demoPersonId('sinead')], howKnown: 'themselves', lettersBy: 'post',
      letterKind: 'po-box', letterLines: 'PO Box 9', letterPostcode: 'ZZ99 1AB', 'from-day': '14', 'from-month': '9', 'from-year': '2026',
    })
    assert.deepEqual(officer.errors, [])
    // Asked for, and not shown: so that its pages and rows are there to be looked through.
    await officer.get(paths.protectedAddress(key))
    await (await hub.as('hattie')).get(paths.tellOfRequest(key)).then((page) => page.submit({}))
    await hub.work()
  })
  after(async () => {
    process.stdout.write = out
    process.stderr.write = err
    await hub.close()
  })

  async function tablesThatHold(): Promise<string[]> {
    const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`.execute(hub.fresh.db)
    assert.ok(tables.length > 60)
    const found: string[] = []
    for (const { name } of tables) {
      // As a dump writes it: every row as text.
      const { rows: [row] } = await sql<{ text: string }>`select coalesce(string_agg(t::text, E'\n'), '') as text from ${sql.raw(name)} t`.execute(hub.fresh.db)
      found.push(...canaries.filter((one) => (row?.text ?? '').toLowerCase().includes(one.toLowerCase())).map((one) => `${name} holds ${one}`))
    }
    return found
  }

  it('stands in no table of the database, but sealed', async () => {
    assert.deepEqual(await tablesThatHold(), [])
    const { n } = await hub.fresh.db.selectFrom('sealedAddress').select((eb) => eb.fn.countAll<string>().as('n')).executeTakeFirstOrThrow()
    assert.equal(Number(n), 2)
  })

  it('stands on no page of anybody, nor in any file or search', async () => {
    const pages = await everyPageOf(hub, key, { searchFor: ['Marigold', 'ZZ95 7QA', 'Saffron House'] })
    const found: string[] = []
    for (const { key: person } of demoPeople) {
      const visitor = await hub.as(person)
      for (const url of pages) {
        await visitor.get(url)
        // What was searched for is given back to who typed it.
        const body = url.startsWith('/search') ? visitor.body.replaceAll(/(?:value="[^"]*"|<h1[^]*?<\/h1>|<title>[^<]*<\/title>)/g, '') : visitor.body
        found.push(...canaries.filter((one) => body.includes(one)).map((one) => `${person} at ${url} (${visitor.status}) reads ${one}`))
      }
    }
    assert.deepEqual(found, [])
  })

  it('stands in no e-mail, text, letter or log', async () => {
    const sent = JSON.stringify([hub.carrier, await hub.fresh.db.selectFrom('outgoing').selectAll().execute(), await hub.fresh.db.selectFrom('notice').selectAll().execute()])
    assert.match(sent, /Sinead/)
    for (const one of canaries) assert.ok(!sent.includes(one), one)
    for (const one of canaries) assert.ok(!written.some((text) => text.includes(one)), `${one} was logged`)
    assert.deepEqual(hub.faults, [])
  })
})
