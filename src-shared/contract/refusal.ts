import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Every expected refusal, by `subject/reason`. Each has a text `error.<code>` in every language; `params` fill its blanks.
 * Anything that is not listed here is a bug and reaches the screen as one.
 */
export const refusalCodes = [
  // the project file
  'project/none-open',
  'project/not-found',
  'project/already-exists',
  'project/foreign',
  'project/from-newer-version',
  'project/damaged',
  'project/empty-file',
  'project/read-only',
  'project/stopped',
  'project/folder-not-writable',
  'project/disk-full',
  'project/in-use',
  'project/folder-gone',
  'project/not-a-file',
  'project/not-readable',
  'project/open-elsewhere',
  'project/taken-over',
  'project/foreign-journal',
  'project/unfinished-read-only',
  'project/update-needs-writing',
  'project/update-failed',
  'project/disk-failed',
  'project/passphrase-needed',
  'project/passphrase-wrong',
  'project/passphrase-short',
  // copies of the project file
  'copies/no-space',
  'copies/disk-full',
  'copies/folder-not-writable',
  'copies/folder-not-there',
  'copies/not-whole',
  'copies/stopped',
  'copies/cancelled',
  'copies/none-before-update',
  'copies/not-a-copy',
  'copies/nothing-to-recover',
  // files handed to the engine
  'strategies/no-words',
  'file/unknown-token',
  'file/not-found',
  'file/not-readable',
  'file/empty',
  'file/too-large',
  'file/not-a-table',
  'file/not-a-document',
  'file/not-a-pdf',
  'file/pictures-of-pages',
  'file/letters-unknown',
  'file/too-many-pages',
  'file/too-long',
  'file/reading-stopped',
  'file/only-header',
  'file/cell-too-large',
  'file/zip-refused',
  'file/damaged',
  'file/json-broken',
  'file/no-such-sheet',
  'file/no-such-column',
  'file/coordinate-system-unknown',
  'file/parser-stopped',
  'file/too-many-columns',
  'file/too-many-rows',
  'file/other-kind',
  'file/bare-shapefile',
  'file/several-in-zip',
  'file/quote-not-closed',
  'file/password',
  // an edited workbook
  'read-back/not-a-workbook',
  'read-back/other-project',
  // surveys
  'survey/no-codes',
  'survey/not-a-group',
  'survey/no-value',
  // imports
  'import/missing-field',
  'import/unknown-recipe',
  'import/unknown-dataset',
  'import/nothing-usable',
  'import/no-areas',
  'import/same-file',
  'import/bad-recipe',
  'import/cancelled',
  // objects
  'object/not-found',
  'object/in-use',
  // the policy's text
  'text/out-of-step',
  'text/too-long',
  'text/already-decided',
  // findings
  'validation/more-than-asked',
  'tree/self-cause',
  'tree/no-wording',
  // ties between bodies
  'network/self-tie',
  // stakeholders
  'stakeholders/not-on-the-line',
  // indicators
  'indicator/no-baseline',
  'indicator/code-taken',
  // history
  'history/nothing-to-undo',
  'history/nothing-to-redo',
  'history/no-such-moment',
  'history/review-first',
  // copies brought together
  'merge/other-project',
  'merge/same-file',
  'merge/no-common-history',
  'merge/left-out',
  'merge/nothing-to-review',
  'areas/unknown-layer',
  'areas/same-layer',
  'areas/years-reversed',
  'text/empty-name',
  // outputs
  'output/folder-not-writable',
  'output/cancelled',
  'output/not-in-this-format',
  'output/typesetting-failed',
  'paper/too-many-sheets',
  'output/file-in-use',
  'release/too-close',
  'release/too-similar',
  'release/threshold-too-low',
  // workshops
  'workshop/ends-before-start',
  'workshop/consent-needed',
  'workshop/contact-consent-needed',
  'workshop/self-declared-only',
  'photo/not-a-picture',
  'photo/too-large',
  'photo/damaged',
  // the city's look in its documents
  'logo/not-a-picture',
  'logo/too-large',
  'logo/damaged',
  'logo/drawing-not-plain',
  'logo/drawing-with-text',
  'logo/too-many',
  'output/nothing-chosen',
  'output/about-unknown',
  // ballots and the room
  'ballot/already-open',
  'ballot/not-open',
  'ballot/not-closed',
  'ballot/still-open',
  'ballot/no-question',
  'ballot/too-few-options',
  'ballot/too-many-options',
  'ballot/has-answers',
  'ballot/rule-fixed',
  'ballot/no-rule',
  'ballot/last-round',
  'ballot/round-exists',
  'ballot/other-kind',
  'ballot/sheet-code',
  'ballot/no-hands',
  'ballot/hands-impossible',
  'ballot/no-statements',
  'room/closed',
  // maps
  'maps/no-boundaries',
  'maps/too-many-cells',
  'maps/not-a-base-map',
  'maps/base-map-gone',
  'room/not-here',
  // doors
  'door/not-allowed',
  'door/lead-only',
  'door/bad-request',
  // command line
  'cli/unknown-verb',
  'cli/missing-argument',
  'cli/bad-option',
  'cli/unknown-option',
  'cli/too-many-arguments',
  'cli/no-built-page',
  'cli/not-json',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refusalParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type RefusalParams = z.infer<typeof refusalParamsSchema>;
export const refusalSchema = z.object({ code: z.enum(refusalCodes), params: refusalParamsSchema });
export type Refusal = z.infer<typeof refusalSchema>;

/** The start of every procedure: it can be refused with a code and parameters, never with an English sentence. */
export const procedure = oc.errors({ REFUSED: { status: 422, data: refusalSchema } });
