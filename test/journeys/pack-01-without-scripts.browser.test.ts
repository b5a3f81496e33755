import { itWalks } from './packs/pack-in-a-browser.ts'

itWalks('pack-01-year4-slcn', 'without scripts, on a telephone', { scripts: false, width: 360 })
