import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { progressSchema } from '../domain/outputs.ts';
import { paperAskSchema, paperFileSchema } from '../domain/paper.ts';
import { procedure } from './refusal.ts';

export const paperContract = {
  /** Makes a PDF in the folder of outputs; the same asked for twice is the same file, byte for byte. Printing ballots remembers which numbers are out. */
  make: procedure.input(paperAskSchema).output(eventIterator(progressSchema, paperFileSchema)),
  /** The first pages as SVG pictures, one string a page, without writing a file or using up numbers. */
  preview: procedure.input(paperAskSchema).output(eventIterator(progressSchema, z.object({ pages: z.array(z.string()), perPage: z.int() }))),
  /** The ballot's mark on its sheets, how many are printed and up to which number, and the first number that is neither printed nor typed. */
  sheets: procedure.input(z.object({ ballotId: idSchema })).output(z.object({ mark: z.string(), printed: z.int(), lastPrinted: z.int(), nextNumber: z.int() })),
};
