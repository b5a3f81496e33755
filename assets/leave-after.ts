// Takes from the screen what was shown once: a protected address must not stand there when somebody has gone to fetch a coffee. Done by
// a script and not by the browser's own refresh, which nobody could stop; whoever needs longer asks again.

export function leaveAfter(): void {
  const [seconds, to] = (document.querySelector('meta[name=hub-leaves-after]')?.getAttribute('content') ?? '').split(' ')
  if (seconds === undefined || to === undefined) return
  window.setTimeout(() => { window.location.replace(to) }, Number(seconds) * 1000)
}
