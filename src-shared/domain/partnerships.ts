import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';

export const partnershipKinds = ['agreement', 'memorandum', 'informal', 'funding', 'network', 'other'] as const;
export const partnershipKindSchema = z.enum(partnershipKinds);
/** From an idea to its end; `promised` has been said aloud, `signed` stands on paper. */
export const partnershipStatuses = ['proposed', 'promised', 'signed', 'active', 'ended'] as const;
export const partnershipStatusSchema = z.enum(partnershipStatuses);

/** ISO 4217 code, or empty. */
export const currencyCodeSchema = z.string().regex(/^([A-Z]{3})?$/);
const amountSchema = z.number().min(0).max(1e15).nullable();

export const partnershipInputSchema = z.object({
  name: lineSchema,
  kind: partnershipKindSchema,
  status: partnershipStatusSchema,
  memberIds: z.array(idSchema).max(500),
  agreement: textSchema,
  pledge: textSchema,
  /** Null = no amount was named, which is not nothing. */
  pledgeAmount: amountSchema,
  pledgeCurrency: currencyCodeSchema,
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  note: textSchema,
});
export type PartnershipInput = z.infer<typeof partnershipInputSchema>;

export const contributionInputSchema = z.object({
  partnershipId: idSchema,
  /** Who gave; null = not said. */
  stakeholderId: idSchema.nullable(),
  what: textSchema,
  amount: amountSchema,
  currency: currencyCodeSchema,
  givenOn: daySchema.nullable(),
});
export type ContributionInput = z.infer<typeof contributionInputSchema>;
export const contributionSchema = contributionInputSchema.extend({ id: idSchema });
export type Contribution = z.infer<typeof contributionSchema>;

export const partnershipSchema = partnershipInputSchema.extend({ id: idSchema, contributions: z.array(contributionSchema) });
export type Partnership = z.infer<typeof partnershipSchema>;

/** Money by currency, never added across currencies; sums are null where no amount was named. */
export const moneyTotalSchema = z.object({ currency: z.string(), pledged: z.number().nullable(), given: z.number().nullable() });
export const partnershipTotalsSchema = z.object({
  money: z.array(moneyTotalSchema),
  /** Amounts named without a currency: in no sum. */
  withoutCurrency: z.int(),
  /** Pledges and contributions in words or kind, without an amount. */
  withoutAmount: z.int(),
});
export type PartnershipTotals = z.infer<typeof partnershipTotalsSchema>;
