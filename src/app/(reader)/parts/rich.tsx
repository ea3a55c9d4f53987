/** Rich text as the API made it, which lets no HTML of anybody through. */
export function Rich({ html }: { html: string }) {
  return <div className="usa-prose sm-rich" dangerouslySetInnerHTML={{ __html: html }} />
}
