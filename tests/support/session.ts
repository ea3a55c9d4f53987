import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import request from 'supertest'
import { demoPassword } from '../../seed/demo-people.ts'
import type { Stationmaster } from '../../src/create-app.ts'

/** In a data folder: the tokens of the demo people who are signed in there, by email. */
export const sessionsFile = 'sessions.json'

/** How long a session has to go on for a test to begin with it, in milliseconds. */
const longEnough = 60 * 60 * 1000

/** Signs one of the demo people in. @returns the token */
export async function signIn(app: Stationmaster, email: string): Promise<string> {
  const { body, status } = await request(app)
    .post('/api/users/login')
    .send({ email, password: demoPassword })
  if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`)
  return String(body.token)
}

/** The token of a session that is in a data folder; undefined where there is none, or where it ends soon. */
export function sessionIn(dataDir: string, email: string): string | undefined {
  const file = path.join(dataDir, sessionsFile)
  if (!existsSync(file)) return undefined
  const token = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[email]
  return token !== undefined && endOf(token) - Date.now() > longEnough ? token : undefined
}

/** When a token ends, in milliseconds since 1970. */
function endOf(token: string): number {
  const claims = Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')
  return (JSON.parse(claims) as { exp: number }).exp * 1000
}

/** Signs in at an origin over REST and gives the token that the panel keeps in a cookie. */
export async function newSession(
  origin: string,
  credentials: { email: string; password: string },
): Promise<string> {
  const response = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  const body = (await response.json()) as { token?: string }
  if (!body.token) throw new Error(`${credentials.email} cannot sign in: ${JSON.stringify(body)}`)
  return body.token
}
