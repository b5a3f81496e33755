// Sample pages that between them show every piece of the ui room: for looking at, and for checking that all is valid.
import type { VNode } from 'preact'
import type { Site } from '../../src/ui/layout.tsx'
import { CasePage } from './case-page.tsx'
import { FormPage } from './form-page.tsx'
import { ListPage } from './list-page.tsx'
import { MorePage } from './more-page.tsx'

export function galleryPages(assets: Site['assets']): { readonly [name: string]: VNode } {
  return {
    form: FormPage({ assets, wrong: false }),
    'form-wrong': FormPage({ assets, wrong: true }),
    case: CasePage({ assets }),
    list: ListPage({ assets }),
    more: MorePage({ assets }),
  }
}
