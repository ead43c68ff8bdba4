import { z } from 'zod';

/** A value that an element or a mark carries. */
const attributeSchema = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

/** Look of a stretch of text. */
export interface RichMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** A node of rich text as editors write it: an element with children, or a stretch of text with its marks. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  readonly content?: readonly RichNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly RichMark[] | undefined;
}

/** Elements and marks that a text may hold; whatever else comes from outside is refused. */
export const richElements = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'horizontalRule',
  'hardBreak',
  'liveBlock',
  'text',
] as const;
export const richMarks = ['bold', 'italic'] as const;

const markSchema = z.object({ type: z.enum(richMarks), attrs: z.record(z.string(), attributeSchema).optional() });

export const richNodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.enum(richElements),
    attrs: z.record(z.string(), attributeSchema).optional(),
    content: z.array(richNodeSchema).max(5_000).optional(),
    text: z.string().max(100_000).optional(),
    marks: z.array(markSchema).max(4).optional(),
  }),
);
export const richNodesSchema = z.array(richNodeSchema).max(5_000);
