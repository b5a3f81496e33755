// What a new migration may not do, so that it can be run while people work, and the release before works on what it made (docs/how-to/put-in-a-new-release.md).
// Files up to 0062 were written before there was anybody to disturb. Where something is right all the same, the line above says `-- so all the same: why`.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import path from 'node:path'
import { readMigrations } from '../../src/platform/db/migrate.ts'

const before = 62

/** What it does to tables that are there already, and what to do instead. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^create (?:unique )?index (?!concurrently)(?:if not exists )?\w+ on (?<table>\w+)/i, 'nobody can write to the table while its index is made: a file of its own that begins with "-- outside a transaction", and "create index concurrently"'],
  [/^drop (?:table|function|view|policy|type)\b/i, 'the release before may use it: take it away in the release after'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\bdrop column\b/i, 'the release before may use the column: take it away in the release after'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\brename\b/i, 'the release before knows the old name: add the new one beside it'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\balter (?:column )?\w+ (?:set data )?type\b/i, 'the table is written anew while nobody can use it: add a column beside it'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\bset not null\b/i, 'the table is read through while nobody can use it, and the release before may leave it empty'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\badd column \w+ (?:(?!default|,)[^;])*\bnot null\b(?!\s+default)(?![^,;]*default)/i, 'the release before leaves it empty: give it a default'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\badd (?:constraint \w+ )?(?:check|foreign key)\b(?![^;]*\bnot valid\b)/i, 'the table is read through while nobody can write to it: "not valid", and "validate constraint" in a file of its own'],
  [/^alter table (?:only )?(?<table>\w+)[^;]*\badd (?:constraint \w+ )?(?:unique|primary key)\b(?![^;]*\busing index\b)/i, 'an index is made while nobody can use the table: make it concurrently first, and "using index"'],
  [/^(?:update|delete from) (?<table>\w+)/i, 'rows stay locked until the file ends: a command or a job, some at a time'],
]

function faultsOf(file: string, sql: string): string[] {
  const made = new Set([...sql.matchAll(/^create table (\w+)/gim)].map(([, name = '']) => name))
  // A statement with the lines of comment that stand before it; what a function holds begins with spaces, and is not looked into.
  return [...sql.matchAll(/((?:^--.*\n)*)^([a-z][^;]*)/gim)].flatMap(([, comment = '', statement = '']) => {
    const text = statement.replaceAll(/\s+/g, ' ')
    if (/^-- so all the same: \S+/m.test(comment)) return []
    return rules.filter(([wrong]) => { const found = wrong.exec(text); return found !== null && !made.has(found.groups?.['table'] ?? '') }).map(([, why]) => `${file}: "${text.slice(0, 60)}": ${why}`)
  })
}

describe('a migration', () => {
  it('can be run while people work, and leaves the release before what it needs', () => {
    const faults = readMigrations(path.resolve(import.meta.dirname, '..', '..', 'migrations')).filter(({ number }) => number > before).flatMap(({ name, sql }) => faultsOf(name, sql))
    assert.deepEqual(faults, [])
  })

  it('is refused for each thing that would stop them, and not for a table that it makes itself', () => {
    for (const wrong of [
      'create index fact_by_kind on fact (kind);', 'create unique index if not exists fact_by_kind on fact (kind);', 'drop function hub_person();', 'drop table fact;', 'alter table fact drop column kind;', 'alter table fact rename column kind to name;', 'alter table fact rename to facts;',
      'alter table fact alter column kind type int;', 'alter table fact alter column kind set not null;', 'alter table fact add column why text not null;', 'alter table fact add column a int, add column b text not null;',
      'alter table fact add constraint known check (kind <> \'\');', 'alter table fact\n  add foreign key (kind) references kinds (kind);', 'alter table fact add constraint one unique (kind);', 'update fact set kind = null;', 'delete from fact where true;',
    ]) assert.equal(faultsOf('0100_wrong.sql', `-- A comment\ncreate table other (id int);\n${wrong}\n`).length, 1, wrong)
    for (const right of [
      'create index kinds_by_name on kinds (name);', '-- outside a transaction\ncreate index concurrently fact_by_kind on fact (kind);', 'alter table fact add column why text;', 'alter table fact add column a text not null default \'\', add column b int;', 'alter table fact add column a boolean default false not null;',
      'alter table fact add constraint known check (kind <> \'\') not valid;', 'alter table fact validate constraint known;', 'alter table fact add constraint one unique using index fact_by_kind;', 'insert into kinds select 1;',
      '-- so all the same: nothing of the release before asks it\ndrop function hub_old();', 'create function f() returns void language plpgsql as $$\n  begin\n    update fact set kind = null;\n  end $$;', 'alter table fact alter column kind drop not null;',
    ]) assert.deepEqual(faultsOf('0100_right.sql', `create table kinds (name text);\n${right}\n`), [], right)
  })
})
