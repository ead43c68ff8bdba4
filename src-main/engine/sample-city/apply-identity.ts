import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import { annexSchema, identityFactsSchema, signatorySchema } from '#shared/domain/identity.ts';
import { usualSettings } from '#shared/domain/output-profiles.ts';
import { outputKindSchema } from '#shared/domain/outputs.ts';
import type { EngineServices } from '../services.ts';

const sampleIdentitySchema = z.object({
  note: z.string(),
  facts: identityFactsSchema.partial(),
  logo: z.object({ file: z.string(), name: z.string() }),
  signatories: z.array(signatorySchema.omit({ id: true }).partial()),
  annexes: z.array(annexSchema.omit({ id: true })),
  choices: z.array(z.object({ kind: outputKindSchema, name: z.string(), chapters: z.array(z.string()) })),
});

/** The look of the sample city's documents, who signs them, what follows them, and one saved choice. */
export async function applyIdentity(services: EngineServices, client: EngineClient, folder: string): Promise<void> {
  const plan = sampleIdentitySchema.parse(JSON.parse(readFileSync(join(folder, 'identity.json'), 'utf8')));
  await client.identity.setFacts(plan.facts);
  await client.identity.addLogo({ file: services.files.hand(join(folder, plan.logo.file)), name: plan.logo.name });
  for (const signatory of plan.signatories) await client.identity.addSignatory(signatory);
  for (const annex of plan.annexes) await client.identity.addAnnex(annex);
  for (const { kind, name, chapters } of plan.choices) await client.outputProfiles.add({ kind, name, settings: { ...usualSettings, chapters } });
}
