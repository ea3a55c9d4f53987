import { readFileSync } from 'node:fs'
import * as prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import { withWorkflow, workflowDiagram } from '../../../src/workflow/diagram.ts'
import { actions, states } from '../../../src/workflow/states.ts'

describe('the page about the workflow', () => {
  it('shows the table as the code has it', async () => {
    const page = readFileSync('docs/workflow.md', 'utf8')
    const current = await prettier.format(withWorkflow(page), {
      ...(await prettier.resolveConfig('docs/workflow.md')),
      parser: 'markdown',
    })
    expect(page, 'Run: npm run types').toBe(current)
  })

  it('draws every action and every state', () => {
    for (const word of [...actions, ...states]) expect(workflowDiagram()).toContain(word)
  })

  it('needs its two marks', () => {
    expect(() => withWorkflow('# A page without them')).toThrow(/Put them back/)
  })
})
