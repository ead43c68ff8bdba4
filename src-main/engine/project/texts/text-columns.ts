/**
 * Columns of the project's row that several people write at once. Each is computed from the updates of a document of its own, whose name it
 * gives; queries and outputs read the column.
 */
export const textColumns = ['policy_vision'] as const;
export type TextColumn = (typeof textColumns)[number];

/** Texts by column, as far as they are spoken of. */
export type Texts = Partial<Record<TextColumn, string>>;

/** The type under which updates of texts stand in the history. */
export const textUpdateType = 'text_update';

/** The name under which the updates of a column stand. */
export function documentOf(column: TextColumn): string {
  return `project.${column}`;
}
