/* Checks types, style and format at the same time, and fails when any of them does: `npm run check`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const checks = [
  ['typescript/bin/tsc', '--noEmit'],
  ['eslint/bin/eslint.js', '.'],
  ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
]

const codes = await Promise.all(
  checks.map(async ([program, ...given]) => {
    const child = spawn(process.execPath, [path.join('node_modules', program), ...given], {
      cwd: root,
      stdio: 'inherit',
    })
    const [code] = await once(child, 'exit')
    return code
  }),
)
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
