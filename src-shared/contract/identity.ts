import { z } from 'zod';
import { annexSchema, identityFactsSchema, logoSchema, signatorySchema } from '../domain/identity.ts';
import { fileTokenSchema, idSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

const one = z.object({ id: idSchema });
const annexInput = annexSchema.omit({ id: true });
const signatoryInput = signatorySchema.omit({ id: true });

/** How the city shows itself in its documents. */
export const identityContract = {
  read: procedure.output(
    z.object({ facts: identityFactsSchema, logos: z.array(logoSchema), signatories: z.array(signatorySchema), annexes: z.array(annexSchema) }),
  ),
  setFacts: procedure.input(identityFactsSchema.partial()).output(identityFactsSchema),
  /** A logo as a `data:` address for an image. */
  logoPicture: procedure.input(one).output(z.object({ address: z.string() })),
  /** Takes a PNG, a JPEG or a plain SVG in; refused as `logo/…`. */
  addLogo: procedure.input(z.object({ file: fileTokenSchema, name: z.string().max(200) })).output(logoSchema),
  nameLogo: procedure.input(one.extend({ name: z.string().max(200) })).output(logoSchema),
  removeLogo: procedure.input(one).output(z.void()),
  addSignatory: procedure.input(signatoryInput.partial()).output(signatorySchema),
  updateSignatory: procedure.input(one.extend({ patch: signatoryInput.partial() })).output(signatorySchema),
  removeSignatory: procedure.input(one).output(z.void()),
  addAnnex: procedure.input(annexInput.partial().required({ title: true })).output(annexSchema),
  updateAnnex: procedure.input(one.extend({ patch: annexInput.partial() })).output(annexSchema),
  removeAnnex: procedure.input(one).output(z.void()),
  /** Puts logos, signatures or annexes into an order; what is not named stays behind the named ones. */
  order: procedure.input(z.object({ what: z.enum(['logo', 'signatory', 'annex']), ids: z.array(idSchema).max(200) })).output(z.void()),
};
