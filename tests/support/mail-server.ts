import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** A server that takes mail and keeps it, as much of SMTP (RFC 5321) as that needs. */
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string
  /** What was taken so far, each mail as it came over the wire. */
  mails: string[]
  /** How many connections there were. */
  connections: () => number
  /** From now on nobody is greeted, until the returned function is called. */
  hold: () => () => void
  close: () => Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const mails: string[] = []
  const held: (() => void)[] = []
  let isHeld = false
  let connections = 0
  const server = net.createServer((socket) => {
    connections += 1
    socket.on('error', () => socket.destroy())
    const greet = () => socket.write('220 mail.test\r\n')
    if (isHeld) held.push(greet)
    else greet()
    answer(socket, (mail) => mails.push(mail))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    connections: () => connections,
    hold: () => {
      isHeld = true
      return () => {
        isHeld = false
        for (const greet of held.splice(0)) greet()
      }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function answer(socket: net.Socket, take: (mail: string) => void): void {
  let text = ''
  let isMail = false
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
    for (;;) {
      const end = text.indexOf(isMail ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const whole = text.slice(0, end)
      text = text.slice(end + (isMail ? 5 : 2))
      if (isMail) take(whole)
      const isQuit = !isMail && /^QUIT/i.test(whole)
      isMail = !isMail && /^DATA/i.test(whole)
      socket.write(isMail ? '354 go on\r\n' : isQuit ? '221 bye\r\n' : '250 ok\r\n')
      if (isQuit) socket.end()
    }
  })
}
