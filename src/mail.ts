import type { EmailAdapter, SendEmailOptions } from 'payload'
import { createTransport } from 'nodemailer'

/** Longest that a mail server may take to be reached, to greet, and to answer, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/**
 * Sends mail through an SMTP server, or without one writes to the log whom a mail would have gone to.
 *
 * @param from whom a mail comes from that says nothing else
 */
export function sendMail({
  from,
  smtpUrl,
}: {
  from: { name: string; address: string }
  smtpUrl: string | undefined
}): EmailAdapter {
  const transport =
    smtpUrl === undefined ? undefined : createTransport({ url: smtpUrl, ...patience })
  return ({ payload }) => ({
    name: transport ? 'smtp' : 'log',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async (mail: SendEmailOptions) => {
      if (transport) return transport.sendMail({ from, ...mail })
      // The text may hold a link that resets a password, so it stays out of the log.
      payload.logger.info(`Mail "${String(mail.subject)}" was not sent: no SMTP_URL is set.`)
      return undefined
    },
  })
}
