import { itWalks } from './packs/pack-in-a-browser.ts'

itWalks('pack-02-nursery-nonspeaking', 'without scripts', { scripts: false })
