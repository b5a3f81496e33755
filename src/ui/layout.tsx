// The document that every page stands in. It holds no script and no style of its own, so that the content security
// policy can forbid both; the one external script sets the class names that GOV.UK Frontend waits for.
import { BackLink } from './govuk/back-link.tsx'
import { Breadcrumbs, type Crumb } from './govuk/breadcrumbs.tsx'
import { hasContent, type Content, type Entry, type Optional } from './govuk/attributes.ts'
import { ExitThisPage } from './govuk/exit-this-page.tsx'
import { Footer, type FooterLink } from './govuk/footer.tsx'
import { GenericHeader } from './govuk/generic-header.tsx'
import { PhaseBanner } from './govuk/phase-banner.tsx'
import { ServiceNavigation, type NavigationItem } from './govuk/service-navigation.tsx'
import { SkipLink } from './govuk/skip-link.tsx'
import { HelpBlock, type Help } from './help-block.tsx'

/** What is the same on every page of one hub. */
export type Site = {
  /** The council, or the partnership, whose hub it is: shown at the top instead of a crown. */
  readonly organisation: { readonly name: string; readonly url: string }
  readonly service: { readonly name: string; readonly url: string }
  /** Addresses of the built files; never inline. */
  readonly assets: { readonly stylesheet: string; readonly script: string } & Optional<{ icon: string; /** Of this one answer: what is not marked with it does not load. */ nonce: string }>
  readonly footer: {
    readonly accessibility: string
    readonly privacy: string
    readonly cookies: string
  } & Optional<{ more: readonly FooterLink[] }>
} & Optional<{
  /** Shown on every page of a demonstration: that nobody in it is real. */
  demoNotice: Content
}>

export type PageProps = {
  readonly site: Site
  /** The question or name of the page, as in its h1. */
  readonly title: string
  readonly children: Content
} & Optional<{
  /** Whose case it is, short: part of the title in the browser's tab. */
  caseName: string
  /** Puts "Error: " before the title, so that it is the first thing a screen reader says. */
  hasErrors: boolean
  navigation: readonly Entry<NavigationItem>[]
  /** Who is signed in and the way out, at the end of the navigation. */
  account: Content
  breadcrumbs: readonly Crumb[]
  backLink: { readonly href: string; readonly text?: string }
  /** For family pages: leave at once. The address clears the session and goes on to a harmless site. */
  exitUrl: string
  help: Help
  /** Between the navigation and the way back: success banners, the identity bar of a case. */
  beforeMain: Content
  /** After everything else: what belongs to the session and not to the page. */
  afterMain: Content
  /** The page goes on to this address by itself, where the browser does that. */
  goesOnTo: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** Staff pages may use the whole window for their tables. */
  wide: boolean
}>

export function documentTitle(page: Pick<PageProps, 'site' | 'title' | 'caseName' | 'hasErrors'>): string {
  // A title that names the child says the name once.
  const caseName = page.caseName !== undefined && page.title.includes(page.caseName) ? undefined : page.caseName
  const parts = [page.title, caseName, page.site.service.name].filter(Boolean)
  return `${page.hasErrors ? 'Error: ' : ''}${parts.join(' - ')}`
}

export function Page(props: PageProps) {
  const { site, wide } = props
  return (
    <html lang={props.lang ?? 'en'} dir={props.dir} class={wide ? 'govuk-template hub-wide' : 'govuk-template'}>
      <head>
        <meta charset="utf-8" />
        <title>{documentTitle(props)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {props.goesOnTo && <meta http-equiv="refresh" content={`0; url=${props.goesOnTo}`} />}
        <link rel="stylesheet" href={site.assets.stylesheet} nonce={site.assets.nonce} />
        {site.assets.icon && <link rel="icon" href={site.assets.icon} type="image/svg+xml" />}
        <script type="module" src={site.assets.script} nonce={site.assets.nonce} />
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <Header {...props} />
        <div class="govuk-width-container">
          {props.exitUrl && <ExitThisPage redirectUrl={props.exitUrl} />}
          {props.beforeMain}
          <WayBack breadcrumbs={props.breadcrumbs} backLink={props.backLink} />
          <main class="govuk-main-wrapper" id="main-content">
            {props.children}
          </main>
          {props.help && <HelpBlock help={props.help} />}
          {props.afterMain}
        </div>
        <footer class="govuk-template__footer">
          <Footer meta={{ items: footerLinks(site) }} />
        </footer>
      </body>
    </html>
  )
}

function Header({ site, navigation, account }: PageProps) {
  return (
    <header class="govuk-template__header">
      <GenericHeader
        class="hub-header"
        url={site.organisation.url}
        logo={<span class="hub-header__name">{site.organisation.name}</span>}
      />
      <ServiceNavigation
        serviceName={site.service.name}
        serviceUrl={site.service.url}
        navigation={navigation}
        slots={{ end: hasContent(account) && <div class="hub-account">{account}</div> }}
        endSlotInline={hasContent(account)}
      />
      {hasContent(site.demoNotice) && (
        <PhaseBanner tag="Demo" class="hub-demo-notice">
          {site.demoNotice}
        </PhaseBanner>
      )}
    </header>
  )
}

function WayBack({ breadcrumbs, backLink }: Pick<PageProps, 'breadcrumbs' | 'backLink'>) {
  if (backLink) {
    // A landmark of its own: nothing on a page stands outside of all landmarks.
    return (
      <nav aria-label="Back">
        <BackLink href={backLink.href}>{backLink.text}</BackLink>
      </nav>
    )
  }
  return breadcrumbs && breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} collapseOnMobile /> : null
}

function footerLinks({ footer }: Site): readonly FooterLink[] {
  return [
    { href: footer.accessibility, text: 'Accessibility' },
    { href: footer.privacy, text: 'Privacy' },
    { href: footer.cookies, text: 'Cookies' },
    ...(footer.more ?? []),
  ]
}

/** The parts of a long document down the left side (above it on a narrow window), and the part that is open. */
export function WithSideNavigation({ navigation, children }: { navigation: Content; children: Content }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-quarter-from-desktop">{navigation}</div>
      <div class="govuk-grid-column-three-quarters-from-desktop">{children}</div>
    </div>
  )
}

/** Two thirds of the width: what people read or fill in. Lines longer than that are hard to follow. */
export function TwoThirds({ children, aside }: { children: Content; aside?: Content }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
      {hasContent(aside) && <div class="govuk-grid-column-one-third">{aside}</div>}
    </div>
  )
}
