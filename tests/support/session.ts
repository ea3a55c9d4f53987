/** Signs in over REST and gives the token that the panel keeps in a cookie. */
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
