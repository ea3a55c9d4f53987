import { demoPassword, demoPeople } from '../seed/demo-people.ts'
import type { Settings } from './settings.ts'

/** What a newcomer reads once the platform runs: where to look and whom to sign in as. */
export function welcome({
  settings,
  port,
  seconds,
}: {
  settings: Settings
  port: number
  seconds: number
}): string {
  const address = settings.isDeployment ? settings.publicUrl : `http://localhost:${port}`
  const lines = [
    '',
    `Stationmaster is ready after ${seconds.toFixed(1)} seconds.`,
    '',
    ...(settings.reader ? [`  Reader’s site ${address}/`] : []),
    `  Admin panel   ${address}/admin`,
    `  REST          ${address}/api/stations?where[slug][equals]=balance-paid&depth=2`,
    `  GraphQL       ${address}/api/graphql`,
    ...(settings.isDeployment ? [] : [`  GraphiQL      ${address}/graphql`]),
    `  Health        ${address}/readyz`,
  ]
  if (settings.seed === 'demo')
    lines.push(
      '',
      `  Sign in as (password ${demoPassword}):`,
      ...demoPeople.map(({ email, roles }) => `    ${email.padEnd(36)} ${roles.join(', ')}`),
    )
  if (settings.seed === 'demo' && settings.isDeployment)
    lines.push(
      '',
      '  WARNING: SEED=demo made people whose password everybody knows. Do not let the public reach this.',
    )
  return [...lines, ''].join('\n')
}
