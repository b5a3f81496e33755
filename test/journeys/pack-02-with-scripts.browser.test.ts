import { itWalks } from './packs/pack-in-a-browser.ts'

itWalks('pack-02-nursery-nonspeaking', 'with scripts, on a telephone', { scripts: true, width: 360 })
