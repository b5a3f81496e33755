import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastLink, openAccount } from '../../../test/builders/an-account.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { OutsideProvider } from '../../../test/harness/identity-provider.ts'
import { anOutsideProvider } from '../../../test/harness/identity-provider.ts'
import { inviteCommand } from '../accounts/command.ts'
import { nameByNumber } from '../../casebook/organisation-rows.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ChildId, OrganisationId } from '../../domain/ids.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId } from '../demo/seed-world.ts'
import { makeAreaCommand } from './make-area.ts'

const code = (text: string): string => /\d{4} \d{4}/.exec(text)?.[0] ?? ''

describe('the schools and services of an area', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ signIn: ['demo', 'local'] }) })
  after(() => hub.close())

  it('are added by the council’s administrator, with who will look after their people', async () => {
    const gethin = await (await hub.as('gethin')).get(paths.organisations({ area: 'wendmere' }))
    assert.match(gethin.words, /Larkfell Primary School Maud Ellingham/)
    assert.equal((await gethin.get(paths.organisations({ area: 'tarn-valley' }))).status, 404)
    await gethin.get(paths.addOrganisation({ area: 'wendmere' }))
    await gethin.submit({ urn: '12', odsCode: 'x', email: 'no' })
    assert.deepEqual(gethin.errors, ['Select what kind of organisation it is', 'Enter its name', 'A URN has 6 digits', 'An ODS code has 3 to 6 letters and digits', 'Enter an email address in the correct format, like name@example.com'])
    await gethin.submit({ kind: 'setting', name: 'larkfell primary school' , urn: '', odsCode: '', email: '' })
    assert.match(gethin.errors.join(), /There is an organisation of this name/)
    await gethin.submit({ kind: 'setting', name: 'Thistledown Primary School', urn: '900077', odsCode: '', email: 'office@thistledown.example.org', settingType: 'mainstream primary school' })
    assert.equal(gethin.heading, 'Thistledown Primary School')
    assert.match(gethin.text, /Now invite its administrator.*Nobody yet/s)
    await gethin.submit({ fullName: 'Winsome Okafor-Reid', email: 'winsome@example.org', also: ['decision-maker'] })
    const invited = { link: await lastLink(hub), code: code(gethin.text) }
    const { visitor } = await openAccount(hub, hub.visitor(), invited)
    await visitor.get(paths.staff())
    assert.equal(visitor.heading, 'People at Thistledown Primary School')
    assert.match(visitor.words, /Winsome Okafor-Reid winsome@example\.org Administrator /, 'a role that a school may not give is not given')
    assert.match(visitor.text, /Nobody here can read what is sent to Thistledown Primary School\. Add SENCO/)
    assert.match((await gethin.get(paths.organisations({ area: 'wendmere' }))).words, /Thistledown Primary School Winsome Okafor-Reid 1/)
  })

  it('get their name where a return named them by a number alone, and keep who goes there', async () => {
    const tx = hub.fresh.db
    const [organisationId, childId] = [hub.house.newId<OrganisationId>(), hub.house.newId<ChildId>()]
    await tx.insertInto('organisation').values({ id: organisationId, kind: 'setting', name: nameByNumber('urn', '900055'), urn: '900055' }).execute()
    const { id: localAreaId } = await tx.selectFrom('localArea').select('id').where('code', '=', 'wendmere').executeTakeFirstOrThrow()
    await tx.insertInto('child').values({ localAreaId, id: childId, givenName: 'Known', familyName: 'By-Number', bornOn: '2016-05-04' as PlainDate }).execute()
    await tx.insertInto('childSetting').values({ localAreaId, id: hub.house.newId(), childId, organisationId, fromOn: '2024-09-02' as PlainDate }).execute()
    const gethin = await (await hub.as('gethin')).get(paths.addOrganisation({ area: 'wendmere' }))
    await gethin.submit({ kind: 'setting', name: 'Hazelmoor School', urn: '900055', odsCode: '', email: 'office@hazelmoor.example.org', settingType: 'special school' })
    assert.equal(gethin.heading, 'Hazelmoor School')
    const rows = await tx.selectFrom('organisation').select(['id', 'name', 'settingType', 'localAreaId']).where('urn', '=', '900055').execute()
    assert.deepEqual(rows, [{ id: organisationId, name: 'Hazelmoor School', settingType: 'special school', localAreaId }])
    await gethin.get(paths.addOrganisation({ area: 'wendmere' }))
    await gethin.submit({ kind: 'setting', name: 'Another Name', urn: '900055', odsCode: '', email: '' })
    assert.match(gethin.errors.join(), /of this URN, already/)
  })

  it('have an administrator who is SENCO too where it is small, and the council gives no role in its own teams so', async () => {
    const fernside = { area: 'wendmere', organisationId: demoOrganisationId('fernside') }
    const gethin = await (await hub.as('gethin')).get(paths.organisation(fernside))
    await gethin.submit({ fullName: 'Small Schoolhead', email: 'small@example.org', also: ['senco'] })
    assert.match(gethin.text, /Small Schoolhead is invited/)
    const social = { area: 'wendmere', organisationId: demoOrganisationId('social-care') }
    await gethin.get(paths.organisation(social))
    assert.equal(gethin.root.querySelector('input[name=also]'), null)
    await gethin.submit({ fullName: 'Gethin Purdy', email: 'gethin@example.org' })
    assert.match(gethin.errors.join(), /cannot give a role to yourself/)
    await gethin.submit({ fullName: 'Some Body', email: 'somebody@example.org', also: ['social-care-lead'] })
    const roles = await hub.fresh.db.selectFrom('membership as m').innerJoin('person as p', 'p.id', 'm.personId').select('m.role').where('p.email', '=', 'somebody@example.org').execute()
    assert.deepEqual(roles.map(({ role }) => role), ['staff-administrator'])
    assert.equal((await gethin.get(paths.organisation({ area: 'wendmere', organisationId: demoOrganisationId('tarn-send-team') }))).status, 404)
  })
})

describe('a new installation', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ signIn: ['local'] }) })
  after(() => hub.close())

  const command = async (...words: string[]): Promise<{ exit: number; said: string }> => {
    const said: string[] = []
    const exit = await makeAreaCommand({ house: hub.house, viewer: system, page: 'cli make-area' }, words, (text) => { said.push(text) })
    return { exit, said: said.join('\n') }
  }
  const all = ['--name', 'Harrowmere', '--council', 'Harrowmere Council', '--administrator', 'first@example.org', '--administrator-name', 'Ros Amberley']

  it('begins with one command: the area, its council team and who looks after it', async () => {
    for (const [words, why] of [[[], /code of the area/], [['staff', ...all], /is a page of the hub/], [['Harrow Mere', ...all], /code of the area/], [['harrowmere', ...all.slice(2)], /Say --name/], [['harrowmere', ...all.slice(0, 4), '--administrator', 'no'], /no email address/]] as const) {
      const { exit, said } = await command(...words)
      assert.equal(exit, 2)
      assert.match(said, why)
    }
    const made = await command('harrowmere', ...all)
    assert.equal(made.exit, 0)
    assert.match(made.said, /Made Harrowmere with SEND team, Harrowmere Council, and invited first@example\.org/)
    const { visitor } = await openAccount(hub, hub.visitor(), { link: await lastLink(hub), code: code(made.said) })
    await visitor.get(paths.staff())
    assert.equal(visitor.heading, 'People at SEND team, Harrowmere Council')
    assert.equal((await visitor.get(paths.addOrganisation({ area: 'harrowmere' }))).status, 200)
    assert.match((await visitor.get(paths.home())).text, /You look after who works here/)
    const twice = await command('harrowmere', ...all)
    assert.deepEqual([twice.exit, /There is an area "harrowmere" already/.test(twice.said)], [1, true])
    const taken = await command('harrowdale', ...all.slice(0, -1), 'Somebody Else')
    assert.equal(taken.exit, 1)
    assert.equal(await hub.fresh.db.selectFrom('localArea').select('id').where('code', '=', 'harrowdale').executeTakeFirst(), undefined, 'nothing half-made stays')
  })
})

describe('an invitation where people sign in elsewhere alone', () => {
  let hub: Hub
  let school: OutsideProvider
  before(async () => {
    hub = await aHub({ signIn: ['demo', 'oidc'] })
    school = await anOutsideProvider(hub, { name: 'dfe-sign-in', title: 'DfE Sign-in' })
  })
  after(async () => {
    await school.close()
    await hub.close()
  })

  it('binds the account that somebody comes back with, uses the invitation up, and asks for no password', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff({ organisationId: demoOrganisationId('larkfell') }))
    await maud.submit({ fullName: 'Georgiana Achterberg', email: 'georgiana@example.org', roles: ['senco'] })
    const link = await lastLink(hub)
    const rosalind = await hub.visitor().get(link)
    await rosalind.submit({ code: code(maud.text) })
    assert.equal(rosalind.heading, 'How do you want to sign in?')
    assert.doesNotMatch(rosalind.text, /password and a code|Make a passkey/)
    await rosalind.submit({})
    assert.deepEqual(rosalind.errors, ['Select the account that you have already'])
    await rosalind.submit({ provider: 'dfe-sign-in' })
    assert.equal(rosalind.heading, 'Going to DfE Sign-in')
    await rosalind.get(rosalind.link('Continue') ?? '')
    await rosalind.get((await school.signIn(rosalind.url, { account: 'rosalind-there' })).replace('http://hub.test', ''))
    assert.equal((await rosalind.get(paths.home())).heading, 'Your work')
    assert.equal((await hub.visitor().get(link)).status, 404, 'the link is used up')
    const listed = await (await hub.as('maud')).get(paths.staffOf({ organisationId: demoOrganisationId('larkfell') }))
    assert.match(listed.words, /Georgiana Achterberg georgiana@example\.org SENCO .* DfE Sign-in, with two steps/)
  })

  it('is refused when it was withdrawn on the way', async () => {
    const maud = await (await hub.as('maud')).get(paths.addStaff({ organisationId: demoOrganisationId('larkfell') }))
    await maud.submit({ fullName: 'Tobias Wrenfield', email: 'tobias@example.org', roles: ['senco'] })
    const tobias = await hub.visitor().get(await lastLink(hub))
    await tobias.submit({ code: code(maud.text) })
    await tobias.submit({ provider: 'dfe-sign-in' })
    await hub.fresh.db.updateTable('invitation').set({ withdrawnAt: hub.house.clock.now() }).execute()
    await tobias.get(tobias.link('Continue') ?? '')
    await tobias.get((await school.signIn(tobias.url, { account: 'tobias-there' })).replace('http://hub.test', ''))
    assert.equal(tobias.status, 403)
    assert.match((await tobias.get(paths.home())).url, /^\/sign-in/)
  })

  it('can be sent by the command of the installation too', async () => {
    const said: string[] = []
    const exit = await inviteCommand({ house: hub.house, viewer: system, page: 'cli invite' }, ['new@example.org', '--name', 'New Person', '--role', 'case-officer', '--at', 'SEND team, Wendmere Council'], (text) => { said.push(text) })
    assert.deepEqual([exit, code(said.join()) !== ''], [0, true])
  })
})
