import { getDataLoader, sanitizeLocales, type Payload, type PayloadRequest } from 'payload'
import { withMadeDocuments } from '../../delivery/made-documents/loader.ts'
import { readableQuery } from '../readable-query.ts'

/**
 * A request as Payload makes it of one by nobody who is known.
 *
 * @param address with the origin
 * @param routeParams what Payload reads from the path
 * @throws EditorialError MALFORMED
 */
export function readerRequest({
  address,
  i18n,
  method,
  payload,
  payloadAPI,
  routeParams,
}: {
  address: string
  i18n: PayloadRequest['i18n']
  method: string
  payload: Payload
  payloadAPI: 'GraphQL' | 'REST'
  routeParams: Record<string, string>
}): PayloadRequest {
  const url = new URL(address)
  const { searchParams } = url
  const query = readableQuery(url.search.slice(1))
  const { fallbackLocale, locale } = sanitizeLocales({
    fallbackLocale: (query['fallbackLocale'] ||
      searchParams.get('fallback-locale') ||
      searchParams.get('fallbackLocale')) as never,
    locale: searchParams.get('locale')!,
    localization: payload.config.localization,
  })
  const request = {
    context: {},
    fallbackLocale,
    hash: url.hash,
    headers: new Headers(),
    host: url.host,
    href: url.href,
    i18n,
    locale,
    method,
    origin: url.origin,
    pathname: url.pathname,
    payload,
    payloadAPI,
    payloadDataLoader: undefined,
    payloadUploadSizes: {},
    port: url.port,
    protocol: url.protocol,
    query,
    routeParams,
    search: url.search,
    searchParams,
    t: i18n.t,
    transactionID: undefined,
    url: url.href,
    user: null,
  } as unknown as PayloadRequest
  request.payloadDataLoader = withMadeDocuments(getDataLoader(request), request)
  return request
}
