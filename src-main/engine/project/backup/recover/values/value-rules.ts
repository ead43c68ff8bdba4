import { ballotRules } from './ballot-values.ts';
import { datasetRanges, datasetRules } from './dataset-values.ts';
import { fileRanges, fileRules } from './file-values.ts';
import { findingRanges, findingRules } from './finding-values.ts';
import { followUpRanges, followUpRules } from './follow-up-values.ts';
import { outputRules } from './output-values.ts';
import { placeRanges, placeRules } from './place-values.ts';
import { policyTextRules } from './policy-text-values.ts';
import { policyRanges, policyRules } from './policy-values.ts';
import { priorityRanges, priorityRules } from './priority-values.ts';
import { stakeholderRanges, stakeholderRules } from './stakeholder-values.ts';
import type { ValueRanges, ValueRules } from './value-rule.ts';
import { workshopRules } from './workshop-values.ts';

/** What every column may say on whose words the screens rely, by table. */
export const valueRules: ValueRules = {
  ...fileRules,
  ...placeRules,
  ...datasetRules,
  ...stakeholderRules,
  ...workshopRules,
  ...ballotRules,
  ...findingRules,
  ...priorityRules,
  ...policyRules,
  ...policyTextRules,
  ...followUpRules,
  ...outputRules,
};

/** Numbers outside of what their column can mean become unknown. */
export const valueRanges: ValueRanges = {
  ...fileRanges,
  ...placeRanges,
  ...datasetRanges,
  ...stakeholderRanges,
  ...findingRanges,
  ...priorityRanges,
  ...policyRanges,
  ...followUpRanges,
};
