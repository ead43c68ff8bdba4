import { z } from 'zod';

/** Parts of a text that the project's own data fills. `finding` names one (`of` = its id); `chart` and `map` draw incidents. */
export const liveBlockNames = [
  'vision',
  'principles',
  'priorities',
  'findings',
  'finding',
  'objectives',
  'measures',
  'budget',
  'indicators',
  'chart',
  'map',
  'signatures',
] as const;
export type LiveBlockName = (typeof liveBlockNames)[number];

/** What a live block says at a moment, for the screen and for frozen versions: words in one language, pictures as SVG. */
export const livePartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), isStrong: z.boolean().default(false) }),
  z.object({ kind: z.literal('quote'), text: z.string() }),
  z.object({ kind: z.literal('missing'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()), isNumbered: z.boolean() }),
  z.object({ kind: z.literal('facts'), items: z.array(z.object({ label: z.string(), text: z.string() })) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ label: z.string(), isEnd: z.boolean() })),
    rows: z.array(z.array(z.string())),
    total: z.array(z.string()),
    note: z.string(),
  }),
  z.object({ kind: z.literal('figure'), svg: z.string(), alt: z.string(), caption: z.string(), source: z.string() }),
  z.object({ kind: z.literal('signatures'), items: z.array(z.object({ name: z.string(), title: z.string(), body: z.string() })), dateLabel: z.string() }),
]);
export type LivePart = z.infer<typeof livePartSchema>;
