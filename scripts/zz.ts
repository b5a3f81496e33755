import { compareStanding } from '../test/access/compare-http.ts'
import { theWorld } from '../test/access/http-world.ts'
import { standings, chooseStandings, drawStandings } from '../test/access/http-standings.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
const chosen = chooseStandings(1, 20)
console.log(standings.length, chosen.classes, chosen.choices.filter((c) => c.asks === 'everything').length)
let t = performance.now()
const world = await theWorld()
console.log('world', ((performance.now() - t) / 1000).toFixed(1))
const list = process.argv[2] === undefined ? [
  { who: 'case-officer', relation: 'council-here', noResponsibility: false }, { who: 'senco', relation: 'body school', noResponsibility: false }, { who: 'no-role', relation: 'own parent not-on-record', noResponsibility: false },
  { who: 'no-role', relation: 'own parent stands-in', noResponsibility: false }, { who: 'no-role', relation: 'own young-person', noResponsibility: false }, { who: 'health-lead', relation: 'glass', noResponsibility: false }, { who: 'no-role', relation: 'helps all for own young-person', noResponsibility: false },
  { who: 'no-role', relation: 'own representative appointed', noResponsibility: false }, { who: 'decision-maker', relation: 'council-here', noResponsibility: false }, { who: 'adviser', relation: 'stranger', noResponsibility: false }, { who: 'nobody', relation: 'stranger', noResponsibility: false },
] as const : drawStandings(Number(process.argv[2]), 5)
for (const standing of list) {
  t = performance.now(); const c = process.cpuUsage()
  const r = await compareStanding(world, { standing, asks: 'everything' }, 1)
  const u = process.cpuUsage(c)
  console.log(standing.who, standing.relation, r.requests, r.cells, ((performance.now()-t)/1000).toFixed(1)+'s', 'cpu', ((u.user+u.system)/1e6).toFixed(1), r.differences)
}
console.log(world.hub.faults.length, world.hub.faults[0])
await world.hub.close(); await stopDatabaseServer(); process.exit(0)
