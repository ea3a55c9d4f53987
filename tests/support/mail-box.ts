import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes mails apart and keeps them, and refuses what it is told to. */
export interface MailBox {
  /** For `SMTP_URL`. */
  url: string
  /** What was taken, oldest first. */
  mails: ParsedMail[]
  /** Takes mails for an address no more, with this answer (RFC 5321, 4.2.3), until it is `undefined`. */
  refuse: (address: string, code: number | undefined) => void
  /** How often a mail for an address was refused. */
  refusals: (address: string) => number
  /** From now on nobody is let in, until the returned function is called. */
  goAway: () => () => void
  /** How often somebody was not let in. */
  turnedAway: () => number
  close: () => Promise<void>
}

export async function openMailBox(): Promise<MailBox> {
  const mails: ParsedMail[] = []
  const refused = new Map<string, number>()
  const counted = new Map<string, number>()
  let isAway = false
  let turnedAway = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      if (!isAway) return done()
      turnedAway += 1
      done(Object.assign(new Error('Nobody is here.'), { responseCode: 421 }))
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address)
      if (code === undefined) return done()
      counted.set(address, (counted.get(address) ?? 0) + 1)
      done(Object.assign(new Error('Not for this address.'), { responseCode: code }))
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail)
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  // A client that goes away is no fault of the server's.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuse: (address, code) => {
      if (code === undefined) refused.delete(address)
      else refused.set(address, code)
    },
    refusals: (address) => counted.get(address) ?? 0,
    goAway: () => {
      isAway = true
      return () => (isAway = false)
    },
    turnedAway: () => turnedAway,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** The addresses a mail is to. */
export function addressesOf({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
}
