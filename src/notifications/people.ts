import type { PayloadRequest, TypedUser } from 'payload'
import { isPerson } from '../../access/roles.ts'

/** Somebody on the team who can be told of things, as their account is now. */
export type Colleague = TypedUser & { name: string; email: string }

/** Everybody with a role, without machines: read in the transaction of the request. */
export async function everybody(req: PayloadRequest): Promise<Colleague[]> {
  const { docs } = await req.payload.db.find<Colleague>({
    collection: 'users',
    limit: 0,
    pagination: false,
    req,
    select: { name: true, email: true, kind: true, roles: true },
    sort: 'id',
    where: { kind: { equals: 'person' } },
  })
  return docs.filter(isPerson).map(asUser)
}

/** Somebody who still has an account and a role; undefined for anybody else. */
export async function findColleague(
  id: string,
  req: PayloadRequest,
): Promise<Colleague | undefined> {
  const found = await req.payload.db.findOne<Colleague>({
    collection: 'users',
    req,
    select: { name: true, email: true, kind: true, roles: true },
    where: { id: { equals: id } },
  })
  return found && isPerson(found) ? asUser(found) : undefined
}

/** Access rules take nobody for a user who does not say where the account is kept. */
function asUser(account: Colleague): Colleague {
  return { ...account, id: String(account.id), collection: 'users' }
}
