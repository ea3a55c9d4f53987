import * as m20261122_190425_initial from './20261122_190425_initial.ts'
import * as m20261122_203706_review_workflow from './20261122_203706_review_workflow.ts'
import * as m20261123_001842_delivery from './20261123_001842_delivery.ts'
import * as m20261123_024947_roadmap from './20261123_024947_roadmap.ts'
import * as m20261123_033050_search from './20261123_033050_search.ts'
import * as m20261123_063944_words_by_document from './20261123_063944_words_by_document.ts'
import * as m20261128_035618_lasting_addresses from './20261128_035618_lasting_addresses.ts'
import * as m20261128_081657_sort_keys from './20261128_081657_sort_keys.ts'
import * as m20261128_090421_previews from './20261128_090421_previews.ts'
import * as m20261129_100101_steps_have_sources from './20261129_100101_steps_have_sources.ts'
import * as m20261129_173702_without_locks from './20261129_173702_without_locks.ts'
import * as m20261129_184632_editorial_work from './20261129_184632_editorial_work.ts'
import * as m20261130_005500_thread_resolutions from './20261130_005500_thread_resolutions.ts'

/** Every migration of the embedded database, oldest first. Written by `npm run migration`. */
export const migrations = [
  { name: '20261122_190425_initial', up: m20261122_190425_initial.up, down: m20261122_190425_initial.down },
  { name: '20261122_203706_review_workflow', up: m20261122_203706_review_workflow.up, down: m20261122_203706_review_workflow.down },
  { name: '20261123_001842_delivery', up: m20261123_001842_delivery.up, down: m20261123_001842_delivery.down },
  { name: '20261123_024947_roadmap', up: m20261123_024947_roadmap.up, down: m20261123_024947_roadmap.down },
  { name: '20261123_033050_search', up: m20261123_033050_search.up, down: m20261123_033050_search.down },
  { name: '20261123_063944_words_by_document', up: m20261123_063944_words_by_document.up, down: m20261123_063944_words_by_document.down },
  { name: '20261128_035618_lasting_addresses', up: m20261128_035618_lasting_addresses.up, down: m20261128_035618_lasting_addresses.down },
  { name: '20261128_081657_sort_keys', up: m20261128_081657_sort_keys.up, down: m20261128_081657_sort_keys.down },
  { name: '20261128_090421_previews', up: m20261128_090421_previews.up, down: m20261128_090421_previews.down },
  { name: '20261129_100101_steps_have_sources', up: m20261129_100101_steps_have_sources.up, down: m20261129_100101_steps_have_sources.down },
  { name: '20261129_173702_without_locks', up: m20261129_173702_without_locks.up, down: m20261129_173702_without_locks.down },
  { name: '20261129_184632_editorial_work', up: m20261129_184632_editorial_work.up, down: m20261129_184632_editorial_work.down },
  { name: '20261130_005500_thread_resolutions', up: m20261130_005500_thread_resolutions.up, down: m20261130_005500_thread_resolutions.down },
]
