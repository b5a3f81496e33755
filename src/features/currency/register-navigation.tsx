import { paths } from '../../paths.ts'
import { SubNavigation } from '../../ui/moj/sub-navigation.tsx'

/** The two sides of how old plans are, for the council's team. */
export function RegisterNavigation({ area, here }: { area: string; here: 'plans' | 'figures' }) {
  return (
    <SubNavigation
      label="How old plans are"
      items={[
        { text: 'Plan by plan', href: paths.currency({ area }), ...(here === 'plans' ? { current: true } : {}) },
        { text: 'By section, and month by month', href: paths.currencyFigures({ area }), ...(here === 'figures' ? { current: true } : {}) },
      ]}
    />
  )
}
