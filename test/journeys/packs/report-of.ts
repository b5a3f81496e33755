// A report as it reaches the council: some as Word files, some as PDF, some pasted.

import { reportAsDocx, reportAsPdf } from '../../builders/report-files.ts'
import type { HandedIn } from '../../harness/page-reader.ts'
import type { AdviceInPack, Pack } from './pack.ts'

export type HandedInAs = 'docx' | 'pdf' | 'paste'
const ways: readonly HandedInAs[] = ['docx', 'pdf', 'paste']

/** Turn and turn about, so that every pack has each of the three. */
export const handedInAs = (pack: Pack, advice: AdviceInPack): HandedInAs => ways[pack.case.advice.indexOf(advice) % ways.length] ?? 'docx'

export async function reportOf(pack: Pack, advice: AdviceInPack, way: HandedInAs = handedInAs(pack, advice)): Promise<string | HandedIn> {
  const words = pack.reports.get(advice.file) ?? ''
  const named = (ending: string): string => advice.file.replace(/md$/, ending)
  if (way === 'paste') return words
  return way === 'docx' ? { name: named('docx'), bytes: await reportAsDocx(words) } : { name: named('pdf'), bytes: await reportAsPdf(words) }
}

export async function fileOf(pack: Pack, advice: AdviceInPack): Promise<HandedIn> {
  const report = await reportOf(pack, advice, handedInAs(pack, advice) === 'pdf' ? 'pdf' : 'docx')
  if (typeof report === 'string') throw new Error(`${advice.file} is no file`)
  return report
}
