export function pruneCss(css: string, keeps: (selector: string) => boolean): string
