import type { Payload, TypedUser } from 'payload'
import { demoPassword, demoPeople } from './demo-people.ts'

/** The demo people by the part before the @ of their address. */
export type People = Record<string, TypedUser>

/** Makes the demo people that do not exist yet, the administrator first, who makes the others. */
export async function seedPeople(payload: Payload): Promise<People> {
  const administrator = await person(payload, 'administrator@stationmaster.test', undefined)
  const people: People = { administrator }
  for (const { email } of demoPeople)
    people[email.split('@')[0]!] = await person(payload, email, administrator)
  return people
}

async function person(
  payload: Payload,
  email: string,
  administrator: TypedUser | undefined,
): Promise<TypedUser> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    limit: 1,
    overrideAccess: true,
  })
  const { name, roles } = demoPeople.find((one) => one.email === email)!
  const user =
    docs[0] ??
    (await payload.create({
      collection: 'users',
      data: { email, name, roles, kind: 'person', password: demoPassword },
      // The first person cannot be made by anybody.
      ...(administrator
        ? { overrideAccess: false, user: administrator }
        : { overrideAccess: true }),
    }))
  return { ...user, collection: 'users' } as TypedUser
}
