import { itWalks } from './packs/pack-in-a-browser.ts'

itWalks('pack-01-year4-slcn', 'with scripts', { scripts: true })
