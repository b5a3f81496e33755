import { compareStanding } from '../test/access/compare-http.ts'
import { theWorld } from '../test/access/http-world.ts'
import { standings } from '../test/access/http-standings.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
const world = await theWorld()
const t = performance.now()
let n = 0
for (const standing of standings) {
  if (process.argv[2] !== undefined && !standing.relation.startsWith(process.argv[2])) continue
  if (process.argv[3] !== undefined && standing.who !== process.argv[3]) continue
  n += 1
  const r = await compareStanding(world, { standing, asks: 0 }, 1)
  for (const d of r.differences) console.log(d)
}
console.log(n, 'standings', ((performance.now() - t) / 1000).toFixed(0))
await world.hub.close(); await stopDatabaseServer(); process.exit(0)
