import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** The files of a return at a place on this machine: itself, or of a folder its CSV files by their names. Throws the system's fault where nothing can be read. */
export async function filesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place]
  return (await readdir(place)).filter((name) => /\.csv$/i.test(name)).toSorted().map((name) => path.join(place, name))
}
