import { paths } from '../../../paths.ts'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'

/** The two sides of how right the return is, for the council's team. */
export function ReturnNavigation({ area, here }: { readonly area: string; readonly here: 'faults' | 'nights' }) {
  return (
    <SubNavigation
      label="The national return"
      items={[{ text: 'Case by case', href: paths.returnFaults({ area }), ...(here === 'faults' ? { current: true } : {}) }, { text: 'By item, and night by night', href: paths.returnTrend({ area }), ...(here === 'nights' ? { current: true } : {}) }]}
    />
  )
}
