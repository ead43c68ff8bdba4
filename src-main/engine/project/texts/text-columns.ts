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

const sectionPrefix = 'draft_section.';

/** The type of the objects whose text is rich, and under which field their states carry it: as nodes in JSON. */
export const richTextType = 'draft_section';
export const richTextField = 'content';

/** The name under which the updates of a section's text stand. */
export function documentOfSection(id: string): string {
  return `${sectionPrefix}${id}`;
}

/** The section that a document is the text of; null for any other. */
export function sectionOfDocument(document: string): string | null {
  return document.startsWith(sectionPrefix) ? document.slice(sectionPrefix.length) : null;
}

/** Whether a column of a state is a text that several people write at once. */
export function isSharedText(type: string, column: string): boolean {
  return type === richTextType ? column === richTextField : type === 'project' && textColumns.some((name) => name === column);
}
