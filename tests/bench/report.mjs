import { cpus, totalmem } from 'node:os'
import { connections, rounds, seconds } from './settings.mjs'

/** Prints one row as it comes, for whoever waits. */
export function announce({ name, lines, note }) {
  for (const { server, amount, rate, p50, p99, ratio, goal } of lines)
    console.error(
      `${name}, ${server}: ${amount ?? `${Math.round(rate)}/s, p50 ${fine(p50)} ms, p99 ${fine(p99)} ms`}` +
        `${ratio ? `, ratio ${ratio.toFixed(2)}` : ''}${goal ? `, ${verdictOn(goal)}` : ''}`,
    )
  if (note) console.error(`${name}: ${note}`)
}

/**
 * Prints all rows, and what the servers took, as Markdown.
 *
 * @param before ratios of the run before, by the name of the work
 */
export function report({ before, rows, servers }) {
  const machine = `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  console.log(`
${machine}; ${connections} connections, ${rounds} rounds of ${seconds} s, medians.

| work | server | a second | p50 ms | p99 ms | ratio | before | goal |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |`)
  for (const { name, lines } of rows)
    lines.forEach(({ server, amount, rate, p50, p99, ratio, goal }, at) =>
      printRow([
        at === 0 ? name : '',
        server,
        ...(amount ? [amount, '', ''] : [Math.round(rate), fine(p50), fine(p99)]),
        ratio?.toFixed(2) ?? '',
        (at === 0 && before[name]?.toFixed(2)) || '',
        goal ? verdictOn(goal) : '',
      ]),
    )
  const notes = rows.filter(({ note }) => note)
  if (notes.length > 0) console.log('')
  for (const { name, note } of notes) console.log(`- ${name}: ${note}`)
  reportServers(servers)
}

function reportServers(servers) {
  console.log(`
| server | first start to first read, s | resident memory, MB |
| --- | ---: | ---: |`)
  for (const [name, { startedIn, memory }] of servers.figures)
    printRow([name, startedIn?.toFixed(1) ?? '', Math.round(memory)])
}

function printRow(cells) {
  console.log(`| ${cells.join(' | ')} |`)
}

function verdictOn({ text, isMet }) {
  return `${text}: ${isMet ? 'met' : 'missed'}`
}

/** Milliseconds with as many digits as say something. */
function fine(milliseconds) {
  return milliseconds < 10 ? milliseconds.toFixed(2) : String(Math.round(milliseconds))
}
