import type { EmailAdapter, SendEmailOptions } from 'payload'
import { createTransport } from 'nodemailer'

const sender = { address: 'no-reply@stationmaster.test', name: 'Stationmaster' }

/** Sends mail through an SMTP server, or without one writes to the log whom a mail would have gone to. */
export function sendMail(smtpUrl: string | undefined): EmailAdapter {
  const transport = smtpUrl === undefined ? undefined : createTransport(smtpUrl)
  return ({ payload }) => ({
    name: transport ? 'smtp' : 'log',
    defaultFromAddress: sender.address,
    defaultFromName: sender.name,
    sendEmail: async (mail: SendEmailOptions) => {
      if (transport) return transport.sendMail(mail)
      // The text may hold a link that resets a password, so it stays out of the log.
      payload.logger.info(`Mail "${String(mail.subject)}" was not sent: no SMTP_URL is set.`)
      return undefined
    },
  })
}
