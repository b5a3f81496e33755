import { paths } from '../../paths.ts'
import { SubNavigation } from '../../ui/moj/sub-navigation.tsx'

/** The three sides of overdue work. */
export function StockNavigation({ here }: { here: 'list' | 'rates' | 'backlog' }) {
  const item = (text: string, href: string, name: typeof here) => ({ text, href, ...(here === name ? { current: true } : {}) })
  return (
    <SubNavigation
      label="Overdue work"
      items={[item('The list', paths.overdue(), 'list'), item('On time or late', paths.overdueRates(), 'rates'), item('When it would be cleared', paths.overdueBacklog(), 'backlog')]}
    />
  )
}
