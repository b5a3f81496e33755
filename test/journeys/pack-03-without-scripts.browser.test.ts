import { itWalks } from './packs/pack-in-a-browser.ts'

itWalks('pack-03-year9-autism-pfa', 'without scripts', { scripts: false })
