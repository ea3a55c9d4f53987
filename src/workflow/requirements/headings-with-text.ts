import type { Requirement } from './requirement.ts'
import { nodesOf, wordsOfNode } from '../../content/words-of.ts'

/** A heading says something. An empty one is read out as “heading” and nothing else. */
export const headingsWithText: Requirement = ({ content }) =>
  nodesOf(content)
    .filter(({ node }) => node.type === 'heading' && wordsOfNode(node).trim() === '')
    .map(({ path }) => ({
      path,
      message: 'There is a heading without text here. Write the heading, or remove the line.',
    }))
