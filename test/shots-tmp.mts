process.env.AWS_LAMBDA_JS_RUNTIME='nodejs20.x'
import { aListeningHub } from '/work/wt/ties/test/harness/listening-hub.ts'
import { aCase } from '/work/wt/ties/test/builders/a-case.ts'
import { demoPersonId } from '/work/wt/ties/src/features/demo/seed-world.ts'
import { paths } from '/work/wt/ties/src/paths.ts'
import { throughABrowser } from '/work/wt/ties/test/journeys/cast.ts'
import { chromium as pw } from 'playwright-core'
const chromium = (await import('@sparticuz/chromium')).default
const hub = await aListeningHub({ now: '2026-09-15T09:00:00.000Z' } as never)
const key = await aCase(hub as never, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-05-02', parents: ['kerry', 'daniel'] })
await hub.fresh.db.updateTable('person').set({ fullName: 'Kerry Anne Maria Skerrow-Featherstonehaugh' }).where('id','=',demoPersonId('kerry')).execute()
const v = await hub.as('hattie')
await v.get(paths.caseAddress(key))
await v.submit({ confidential: 'yes', lines: '9 Safe House', postcode: 'ZZ97 1XX', household: 'mother’s home', residents: [demoPersonId('kerry')], howKnown: 'themselves', lettersBy: 'post', letterKind: 'refuge-post', letterLines: 'PO Box 12', letterPostcode: 'ZZ99 1AA', 'from-day':'1','from-month':'9','from-year':'2026' })
await v.get(paths.recordRestriction(key, { of: demoPersonId('daniel') }))
await v.submit({ kind: 'prohibited-steps', effects: ['may-not-know-address','supervised-contact'], evidence: 'Sealed order of 1 September', 'review-day':'1','review-month':'9','review-year':'2026' })
const order = (await hub.fresh.db.selectFrom('restriction').select('id').executeTakeFirstOrThrow()).id
const tie = (await hub.fresh.db.selectFrom('relationship').select('id').where('personId','=',demoPersonId('kerry')).executeTakeFirstOrThrow()).id
const m = await hub.as('kerry'); await m.get(paths.nameProxy(key)); await m.submit({ name:'Jo Adviser', email:'jo@example.org', kind:'advocate', organisation:'Wendmere SENDIASS', scopes:['plan','letters','messages'],'to-day':'1','to-month':'6','to-year':'2027' })
const jo = (await hub.fresh.db.selectFrom('person').select('id').where('email','=','jo@example.org').executeTakeFirstOrThrow()).id
const browser = await pw.launch({ args: chromium.args, executablePath: await chromium.executablePath(), headless: true })
const base = (hub as any).url ?? (hub as any).baseUrl ?? (hub as any).origin
console.log(Object.keys(hub), base)
const shots: [string, string, string, boolean?][] = [
 ['hattie','family',paths.caseFamily(key)],['hattie','address',paths.caseAddress(key), true],['hattie','order-new',paths.recordRestriction(key), true],['hattie','order',paths.restriction({...key,restrictionId:order})],
 ['hattie','protected',paths.protectedAddress(key)],['kerry','helping',paths.helping(key)],['kerry','helper-new',paths.nameProxy(key), true],['hattie','contact',paths.contactRules({...key,relationshipId:tie})],['hattie','thread',paths.caseThread({...key,personId:demoPersonId('daniel')})],['hattie','overview',paths.caseOverview(key)]]
for (const width of [1280, 360]) for (const [who, name, url, err] of shots) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 } }); const page = await ctx.newPage()
  await page.goto(base + '/sign-in'); await page.check(`input[value="${demoPersonId(who)}"]`); await page.click('main button')
  await page.goto(base + url)
  if (err) { await page.click('main form button.govuk-button:not(.govuk-button--secondary)') }
  await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true }); await ctx.close()
}
await browser.close(); await hub.close(); process.exit(0)
