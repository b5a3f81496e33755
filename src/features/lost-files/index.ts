import type { Feature } from '../../casebook/feature.ts'
import { paths } from '../../paths.ts'
import { checkKeptFiles } from './check-kept-files.ts'
import * as page from './page.ts'

export const lostFiles: Feature = {
  name: 'lost-files',
  routes: [
    { get: paths.lostFiles.pattern, may: 'signed-in', page: page.show },
    { post: paths.lostFiles.pattern, may: 'signed-in', page: page.submit },
  ],
  jobs: [checkKeptFiles],
}
