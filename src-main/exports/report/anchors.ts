/** Things of a project that other parts of a document lead to. */
export type Anchored = 'chapter' | 'finding' | 'evidence' | 'priority' | 'objective' | 'measure' | 'indicator' | 'source' | 'method';

/** The name of a place in a document, the same wherever it is spoken of. A link to a place that a document does not print is set as plain text. */
export function anchorOf(kind: Anchored, id: string): string {
  return `${kind}-${id}`;
}
