'use client'
import { StateBadge } from './state-badge.tsx'
import { useWorkflow } from './use-workflow.ts'
import './workflow.css'

/** The state at the top of the edit view, in place of Payload's, with the way to all there is to know. */
export function WorkflowStatus() {
  const { answer, language, words } = useWorkflow()
  if (!answer) return null
  return (
    <div className="workflow-status">
      <StateBadge language={language} state={answer.state} />
      <a href="#workflow">{words.review}</a>
    </div>
  )
}
