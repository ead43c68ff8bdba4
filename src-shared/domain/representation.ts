import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { idSchema, lineSchema, yearSchema } from './ids.ts';
import { residentGroups } from './stakeholders.ts';
import { ageBands, genders } from './workshops.ts';

/** What the people present are compared by. */
export const shareAttributes = ['gender', 'ageBand', 'residentGroup'] as const;
export const shareAttributeSchema = z.enum(shareAttributes);
export type ShareAttribute = (typeof shareAttributes)[number];

/** The values of each attribute, in the order they are shown. */
export const shareValues = { gender: genders, ageBand: ageBands, residentGroup: residentGroups } as const satisfies Record<ShareAttribute, readonly string[]>;

/** What part of the city's people belongs to a group, as a person typed it or as the population tables say. */
export const cityShareSchema = z.object({
  attribute: shareAttributeSchema,
  value: z.string().max(100),
  /** 0 to 1; null = not known. */
  share: z.number().min(0).max(1).nullable(),
  source: lineSchema,
  year: yearSchema.nullable(),
});
export type CityShare = z.infer<typeof cityShareSchema>;
/** What is not given stays as it was typed before. */
export const cityShareChangeSchema = cityShareSchema.partial({ share: true, source: true, year: true });
export type CityShareChange = z.infer<typeof cityShareChangeSchema>;

export const representationRowSchema = z.object({
  attribute: shareAttributeSchema,
  value: z.string(),
  /** People present who say so; null = hidden because they are few. */
  present: z.int().nullable(),
  /** Why `present` is null: few people, or because the rest would tell. */
  isHidden: z.boolean(),
  /** Part of those who stated the attribute. */
  share: z.number().nullable(),
  city: cityShareSchema.extend({ origin: z.enum(['typed', 'population', 'none']) }),
  /** Share present ÷ share of the city, with the limits of the share's Wilson interval; null where one is missing or hidden. */
  ratio: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  standing: z.enum(['fewer', 'as-many', 'more', 'nobody', 'unknown']),
  /** Bodies of the register that speak for the group (resident groups only). */
  bodies: z.array(z.object({ id: idSchema, name: z.string() })),
  facts: figureFactsSchema,
});
export type RepresentationRow = z.infer<typeof representationRowSchema>;

export const representationSchema = z.object({
  /** People present at the workshop, or at all workshops. */
  people: z.int(),
  smallestGroup: z.int(),
  /** People who stated each attribute. */
  stated: z.array(z.object({ attribute: shareAttributeSchema, people: z.int() })),
  rows: z.array(representationRowSchema),
});
export type Representation = z.infer<typeof representationSchema>;
