/** The types of what the reader's site asks for, as they have to be. */
export function readerQuestions(): Promise<{ content: string }>
