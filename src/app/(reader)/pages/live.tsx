import type { Context, Page } from '../page-model.ts'

/** Stands beside a form of the panel until the form tells what is in it. */
export function livePage({ words }: Pick<Context, 'words'>): Page {
  return {
    status: 200,
    title: words.live.title,
    scripts: ['live.js'],
    isListed: false,
    main: (
      <div className="grid-container sm-page">
        <p role="status">{words.live.waiting}</p>
      </div>
    ),
  }
}
