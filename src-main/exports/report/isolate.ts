/** Words of a person inside other words: they keep their own direction of writing and leave that of the sentence alone. */
export function isolate(text: string): string {
  return text === '' ? '' : `\u2068${text}\u2069`;
}
