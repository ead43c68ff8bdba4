import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { criterionInputSchema, decisionInputSchema } from '#shared/domain/criteria.ts';
import { engagementInputSchema } from '#shared/domain/engagement.ts';
import { evidenceInputSchema, riskInputSchema } from '#shared/domain/findings.ts';
import { daySchema } from '#shared/domain/ids.ts';
import { indicatorKnowledgeSchema } from '#shared/domain/indicators.ts';
import { tieInputSchema } from '#shared/domain/network.ts';
import { contributionInputSchema, partnershipInputSchema } from '#shared/domain/partnerships.ts';
import { harmSetInputSchema } from '#shared/domain/patterns.ts';
import { costLineInputSchema, fundingLineInputSchema } from '#shared/domain/plan-costs.ts';
import { measureInputSchema, objectiveInputSchema, policySchema } from '#shared/domain/policy.ts';
import { pillarInputSchema, policyFactsSchema, principleInputSchema } from '#shared/domain/policy-frame.ts';
import { voteRulesSchema, votingGroupInputSchema } from '#shared/domain/priorities.ts';
import { citySchema } from '#shared/domain/project.ts';
import { importKindSchema, recipePatchSchema } from '#shared/domain/recipes.ts';
import { cityShareSchema } from '#shared/domain/representation.ts';
import { measureRoleSchema } from '#shared/domain/roles.ts';
import { quadrants, residentGroups } from '#shared/domain/stakeholders.ts';
import { attributesSchema, logEntryInputSchema } from '#shared/domain/workshops.ts';

const names = z.array(z.string()).default([]);
const key = z.string();

/** What a piece of evidence points at, in words that outlive ids. */
const refersSchema = z.union([
  z.object({ dataset: z.string() }),
  z.object({ risk: z.string() }),
  z.object({ indicator: z.string(), year: z.int(), area: z.string().default(''), breakdown: z.string().default('') }),
]);

const measureSchema = measureInputSchema
  .omit({ objectiveId: true, ownerId: true, partnerIds: true, areaIds: true })
  .partial()
  .extend({
    owner: z.string().optional(),
    partners: names,
    areas: names,
    costLines: z.array(costLineInputSchema.partial()).default([]),
    fundingLines: z.array(fundingLineInputSchema.omit({ stakeholderId: true }).partial().extend({ stakeholder: z.string().optional() })).default([]),
  });

const objectiveSchema = objectiveInputSchema
  .omit({ title: true, pillarId: true, ownerId: true, findingIds: true, priorityIds: true })
  .partial()
  .extend({
    title: z.string(),
    findings: z.array(key),
    priorities: z.array(key),
    measures: z.array(measureSchema),
    /** By the pillar's title. */
    pillar: z.string().optional(),
    owner: z.string().optional(),
  });

/** `plan.json` of the sample city: which files are imported, and what a workshop made of them, by names instead of ids. */
const samplePlanSchema = z.object({
  note: z.string(),
  workshops: z.array(
    z.object({
      template: z.string(),
      title: z.string(),
      place: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      purpose: z.string(),
      log: z.array(logEntryInputSchema.omit({ sessionId: true }).partial().required({ kind: true, text: true }).extend({ session: z.string() })),
    }),
  ),
  city: citySchema
    .omit({ team: true, smallNumberThreshold: true })
    .extend({ team: z.array(z.object({ name: z.string(), role: z.string(), body: z.string() })) }),
  imports: z.array(z.object({ file: z.string(), kind: importKindSchema, source: z.string(), licence: z.string(), recipe: recipePatchSchema })),
  /** A name as the files write it → the area's name; null = no area. */
  areaDecisions: z.record(z.string(), z.string().nullable()),
  risks: z.array(riskInputSchema.omit({ areaIds: true }).partial().required({ kind: true, title: true }).extend({ areas: names })),
  findings: z.array(
    z.object({
      key,
      sentence: z.string(),
      areas: names,
      groups: z.array(z.enum(residentGroups)),
      evidence: z.array(
        evidenceInputSchema
          .omit({ refId: true, stance: true })
          .extend({ stance: evidenceInputSchema.shape.stance.default('for'), refers: refersSchema.optional() }),
      ),
    }),
  ),
  priorities: z.array(z.object({ key, title: z.string(), finding: key.nullable(), isChosen: z.boolean(), reason: z.string() })),
  /** Criteria with judged figures by key of the option, swings by group (`''` = everybody together), and what was decided. */
  weighing: z.object({
    criteria: z.array(
      criterionInputSchema
        .pick({ code: true, name: true, description: true, unit: true })
        .extend({ scores: z.record(key, z.number()).default({}), notes: z.record(key, z.string()).default({}), swings: z.record(z.string(), z.number()) }),
    ),
    decision: decisionInputSchema
      .omit({ workshopId: true })
      .extend({ order: z.array(key), dissents: z.array(z.object({ who: z.string(), priority: key, text: z.string() })) }),
  }),
  vote: z.object({ rules: voteRulesSchema, groups: z.array(votingGroupInputSchema.extend({ dots: z.record(key, z.int()) })) }),
  /** Rounds of ratings: for each body five digits a rater (power, interest, legitimacy, urgency, stance), in the order of the raters. */
  ratings: z.array(
    z.object({
      ratedOn: daySchema,
      raters: z.array(z.object({ rater: z.string(), group: z.string() })),
      scores: z.record(z.string(), z.array(z.string().regex(/^[1-5]{5}$/))),
    }),
  ),
  /** What the group decided about bodies on the line. */
  decisions: z.array(z.object({ stakeholder: z.string(), place: z.enum(quadrants), reason: z.string() })),
  ties: z.array(tieInputSchema.pick({ kind: true, informant: true }).extend({ from: z.string(), to: z.string() })),
  engagement: z.array(engagementInputSchema.omit({ stakeholderId: true, note: true }).extend({ stakeholder: z.string() })),
  partnerships: z.array(
    partnershipInputSchema.omit({ memberIds: true, note: true }).extend({
      members: names,
      contributions: z.array(contributionInputSchema.omit({ partnershipId: true, stakeholderId: true }).extend({ stakeholder: z.string().nullable() })),
    }),
  ),
  cityShares: z.array(cityShareSchema),
  /** Roles beside those that owners and partners of the measures have. */
  roles: z.array(measureRoleSchema.pick({ role: true }).extend({ measure: z.string(), stakeholder: z.string(), confirmedOn: daySchema.optional() })),
  /** What people answered in the room, one row a person: dots by the keys of priorities; `43 2-`: levels by day and by night of each area, a dash where none was given. */
  ballots: z.object({
    workshop: z.string(),
    dots: z.object({ question: z.string(), help: z.string() }),
    safe: z.object({ question: z.string(), help: z.string(), areas: z.array(z.string()) }),
    people: z.array(
      attributesSchema.omit({ areaId: true }).extend({
        group: z.string(),
        on: z.enum(['phone', 'paper']),
        dots: z.string(),
        safe: z.string().regex(/^[1-5-]{2}( [1-5-]{2})*$/),
      }),
    ),
  }),
  policy: policySchema,
  policyFacts: policyFactsSchema.omit({ responsibleId: true }).partial().extend({ responsible: z.string().optional() }),
  principles: z.array(principleInputSchema),
  pillars: z.array(pillarInputSchema),
  /** Another source's figure for an area's population. */
  alternatives: z.array(z.object({ area: z.string(), year: z.int(), value: z.number(), source: z.string(), note: z.string() })),
  harm: harmSetInputSchema.extend({ weights: z.record(z.string(), z.number()) }),
  targets: z.array(z.object({ indicator: z.string(), year: z.int(), breakdown: z.string(), targetValue: z.number(), targetYear: z.int(), reason: z.string() })),
  /** What is known about knowing an indicator. */
  knowledge: z.array(indicatorKnowledgeSchema.omit({ indicatorCode: true }).extend({ indicator: z.string() })),
  objectives: z.array(objectiveSchema),
});
export type SamplePlan = z.infer<typeof samplePlanSchema>;
export type Refers = z.infer<typeof refersSchema>;

export const sampleCityFolder = (resourcesFolder: string): string => join(resourcesFolder, 'sample-city');

export function readSamplePlan(resourcesFolder: string): SamplePlan {
  return samplePlanSchema.parse(JSON.parse(readFileSync(join(sampleCityFolder(resourcesFolder), 'plan.json'), 'utf8')));
}
