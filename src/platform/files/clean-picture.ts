// Pictures are drawn anew from their dots, so that nothing else in the file comes along: where a photograph was taken, whose
// phone took it, the small picture of what was cut off. A photo of a drawing must not lead to a refuge.

import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { cleanGif } from './clean-gif.ts'
import { mostDots, pictureSize } from './picture-size.ts'

export type PictureRefusal = 'broken' | 'too-many-dots' | 'kind-not-drawn' | 'no-drawing-here'

/** The longer side of what is kept: a page of small print is still read at this size. */
const longestSide = 6000
const jpegQuality = 88

type Drawing = typeof import('@napi-rs/image')

export const loadDrawing = (): Promise<Drawing> => import('@napi-rs/image')

/** Whether files of this type are drawn anew before they are kept. */
export const isPicture = (contentType: string): boolean => contentType.startsWith('image/')

/** The same picture and nothing else, turned the right way up. `load` is for tests of a platform that has no binding. */
export async function cleanPicture(bytes: Uint8Array, contentType: string, load: () => Promise<Drawing> = loadDrawing): Promise<Outcome<Uint8Array, PictureRefusal>> {
  if (contentType === 'image/gif') return cleanGif(bytes)
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(contentType)) return refused('kind-not-drawn')
  const size = pictureSize(bytes, contentType)
  if (size === undefined || size.width === 0 || size.height === 0) return refused('broken')
  if (size.width * size.height > mostDots) return refused('too-many-dots')
  let drawing: Drawing
  try {
    drawing = await load()
  } catch {
    // No binding for this platform. A picture that cannot be cleaned is not kept dirty.
    return refused('no-drawing-here')
  }
  try {
    const picture = new drawing.Transformer(bytes).rotate()
    if (Math.max(size.width, size.height) > longestSide) picture.resize({ width: longestSide, height: longestSide, fit: drawing.ResizeFit.Inside })
    if (contentType === 'image/png') return ok(new Uint8Array(await picture.png()))
    return ok(new Uint8Array(contentType === 'image/webp' ? await picture.webp(jpegQuality) : await picture.jpeg(jpegQuality)))
  } catch {
    return refused('broken')
  }
}

export function pictureRefusalWords(refusal: Exclude<PictureRefusal, 'broken'>): string {
  switch (refusal) {
    case 'too-many-dots': return 'The selected picture is too large. Make it smaller and choose it again'
    case 'kind-not-drawn': return 'The selected photo must be a JPEG or PNG. Open it on your phone or computer, save or share it as a JPEG and choose that'
    case 'no-drawing-here': return 'Pictures cannot be added here, because this server cannot take out where they were taken. Give it to the SEND team another way'
  }
}
