// A command as a process of its own: how long it took, and how much memory it ever held, which is what the system counted (maximum resident set).

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Run { readonly seconds: number; readonly megabytes: number; readonly status: number | null; readonly out: string }

const hasTime = existsSync('/usr/bin/time')

export function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): Run {
  const peak = path.join(tmpdir(), `peak-${process.pid}.txt`)
  const began = performance.now()
  const options = { encoding: 'utf8', maxBuffer: 1e8, env } as const
  // A reader of /proc beside it where `time` is not there: Linux keeps the peak of a process while it lives only, so it is asked by the shell that waits.
  const child = hasTime ? spawnSync('/usr/bin/time', ['-f', '%M', '-o', peak, command, ...words], options) : spawnSync(process.execPath, [
    '-e', `const c=require('child_process').spawn(process.argv[2],process.argv.slice(3),{stdio:['ignore','inherit','inherit']});let m=0;const t=setInterval(()=>{try{m=Math.max(m,+/VmHWM:\\s+(\\d+)/.exec(require('fs').readFileSync('/proc/'+c.pid+'/status','utf8'))[1])}catch{}},20);c.on('exit',(s)=>{clearInterval(t);require('fs').writeFileSync(process.argv[1],String(m));process.exit(s??1)})`,
    peak, command, ...words,
  ], options)
  const seconds = (performance.now() - began) / 1000
  const megabytes = Number(readFileSync(peak, 'utf8').trim().split('\n').at(-1)) / 1024
  rmSync(peak)
  return { seconds, megabytes, status: child.status, out: `${child.stdout}${child.stderr}` }
}
