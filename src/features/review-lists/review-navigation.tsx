import { paths } from '../../paths.ts'
import { SubNavigation } from '../../ui/moj/sub-navigation.tsx'

/** The sides of planned reviews. */
export function ReviewNavigation({ area, here }: { area: string; here: 'register' | 'otherwise' | 'lists' }) {
  const item = (text: string, href: string, name: typeof here) => ({ text, href, ...(here === name ? { current: true } : {}) })
  return (
    <SubNavigation
      label="Planned reviews"
      items={[
        item('Every plan', paths.reviewRegister({ area }), 'register'), item('Educated otherwise', paths.educatedOtherwise({ area }), 'otherwise'),
        item('Lists sent each term', paths.reviewListsSent({ area }), 'lists'), { text: 'Phase transfers', href: paths.transfers({ area }) },
      ]}
    />
  )
}
