import { attributeGradeSchema, markerSchema, policyReviewSchema, safeguardAnswerSchema } from '../domain/policy-checks.ts';
import { procedure } from './refusal.ts';

export const policyChecksContract = {
  review: procedure.output(policyReviewSchema),
  /** Marks a theme on a measure, or on the policy. What is not given stays. */
  mark: procedure.input(markerSchema.partial().required({ measureId: true, theme: true })).output(markerSchema),
  answerSafeguard: procedure.input(safeguardAnswerSchema.partial().required({ measureId: true, question: true, stage: true })).output(safeguardAnswerSchema),
  grade: procedure.input(attributeGradeSchema.partial().required({ attribute: true })).output(attributeGradeSchema),
};
