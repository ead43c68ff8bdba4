import { z } from 'zod';
import { idSchema, lineSchema, yearSchema } from './ids.ts';

/** An amount of money, or not known. */
export const moneySchema = z.number().min(0).max(1e15).nullable();

/** Bought once and lasting, or paid again every year. */
export const costKinds = ['capital', 'recurrent'] as const;
export type CostKind = (typeof costKinds)[number];

export const costLineInputSchema = z.object({
  title: lineSchema,
  kind: z.enum(costKinds),
  /** What is counted: a lamp, a salary, a course. */
  unit: lineSchema,
  unitCost: moneySchema,
  /** Per year for what recurs, in all for what is bought once. */
  quantity: z.number().min(0).max(1e12).nullable(),
  /** Null = as the measure: from its start to its end for what recurs, its first year for what is bought. */
  firstYear: yearSchema.nullable(),
  lastYear: yearSchema.nullable(),
  /** Where the figure comes from: an offer, last year's bill, another city. */
  source: lineSchema,
});
export type CostLineInput = z.infer<typeof costLineInputSchema>;

export const costLineSchema = costLineInputSchema.extend({
  id: idSchema,
  /** Years that it is paid for; 1 for what is bought once; null while the period is not known. */
  years: z.number().nullable(),
  /** Unit cost × quantity × years, before contingency; null while a part is missing. */
  amount: z.number().nullable(),
});
export type CostLine = z.infer<typeof costLineSchema>;

/** The municipality's own money, shared with partners, or from outside. */
export const fundingKinds = ['own', 'shared', 'external'] as const;
export type FundingKind = (typeof fundingKinds)[number];

/** How sure the money is, from an idea to money that is there. */
export const fundingStatuses = ['planned', 'asked', 'promised', 'secured'] as const;
export type FundingStatus = (typeof fundingStatuses)[number];

export const fundingLineInputSchema = z.object({
  kind: z.enum(fundingKinds),
  /** The budget, fund or programme in the city's own words. */
  source: lineSchema,
  /** The body of the register that pays. */
  stakeholderId: idSchema.nullable(),
  amount: moneySchema,
  /** Null = as the costs fall due. */
  firstYear: yearSchema.nullable(),
  lastYear: yearSchema.nullable(),
  status: z.enum(fundingStatuses).nullable(),
});
export type FundingLineInput = z.infer<typeof fundingLineInputSchema>;
export const fundingLineSchema = fundingLineInputSchema.extend({ id: idSchema });
export type FundingLine = z.infer<typeof fundingLineSchema>;

/** What falls due in one year, and who pays it. The years of a measure sum to its totals to the hundredth. */
export const yearCostSchema = z.object({
  /** Null = in no year yet. */
  year: z.int().nullable(),
  capital: z.number(),
  recurrent: z.number(),
  contingency: z.number(),
  total: z.number(),
  own: z.number(),
  shared: z.number(),
  external: z.number(),
});
export type YearCost = z.infer<typeof yearCostSchema>;

/** What is computed of a measure's money: from its lines where there are any, else from its simple fields. */
export const measureMoneySchema = z.object({
  /** Years of the period, by months where months are given. */
  years: z.number().nullable(),
  /** Before contingency; null while not known. */
  capitalTotal: z.number().nullable(),
  recurrentTotal: z.number().nullable(),
  contingency: z.number().nullable(),
  /** (capital + recurrent) × (1 + contingency); null while no cost is given or a part of it is not known. */
  totalCost: z.number().nullable(),
  ownFunds: z.number().nullable(),
  sharedFunds: z.number().nullable(),
  externalFunds: z.number().nullable(),
  funding: z.number().nullable(),
  /** The part of the funding that is marked as secured; null while no line says how sure it is. */
  securedFunding: z.number().nullable(),
  /** Cost minus funding; negative = surplus; null while either is missing. */
  gap: z.number().nullable(),
  costsByYear: z.array(yearCostSchema),
  /** In another currency than the city's: stays out of sums. */
  hasOwnCurrency: z.boolean(),
});
export type MeasureMoney = z.infer<typeof measureMoneySchema>;
