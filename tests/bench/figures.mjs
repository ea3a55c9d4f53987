import { performance } from 'node:perf_hooks'

/** What came out of one server doing one kind of work: how many a second, and how long each took. */
export function figuresOf(milliseconds, rate = milliseconds.length / (sum(milliseconds) / 1000)) {
  const sorted = Float64Array.from(milliseconds).sort()
  return { rate, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

/** The medians of the figures of several rounds. */
export function mediansOf(found) {
  return {
    rate: median(found.map(({ rate }) => rate)),
    p50: median(found.map(({ p50 }) => p50)),
    p99: median(found.map(({ p99 }) => p99)),
  }
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

/** How long something took, in milliseconds. */
export async function timed(work) {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The least value that this share of all values does not exceed. */
function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}
