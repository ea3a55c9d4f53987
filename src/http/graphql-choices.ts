import { isEnumType, type GraphQLSchema } from 'graphql'

/** How GraphQL begins and names the type when a value is none of an enum's. */
const notInEnum = [/ does not exist in "(\w+)" enum\b/, /^Enum "(\w+)" cannot represent /]

/**
 * GraphQL's words on a value that an enum does not have, with the values that it has: GraphQL itself only
 * guesses which one was meant. Any other words stay as they are.
 */
export function withChoices(message: string, schema: GraphQLSchema): string {
  for (const form of notInEnum) {
    const type = schema.getType(form.exec(message)?.[1] ?? '')
    if (!isEnumType(type)) continue
    const names = type.getValues().map(({ name }) => name)
    return `${message} Choose one of: ${names.join(', ')}.`
  }
  return message
}
