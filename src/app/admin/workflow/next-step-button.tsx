'use client'
import { Button } from '@payloadcms/ui'
import { nextSteps } from './next-steps.ts'
import { useWorkflow } from './use-workflow.ts'
import './workflow.css'

/** What a person most likely came to do, in the place of Payload's button that publishes. */
export function NextStepButton() {
  const { answer, canAct, isModified, share, words } = useWorkflow()
  const primary = answer && nextSteps(answer).primary
  if (!primary) return null
  return (
    <Button
      disabled={!canAct}
      extraButtonProps={isModified ? { 'aria-describedby': 'workflow-save-first' } : {}}
      onClick={() => share({ opened: primary, told: null })}
      size="medium"
    >
      {primary === 'publishTogether' ? words.publishTogether : words.actions[primary]}
    </Button>
  )
}
