import type { Measure, MeasureInput } from '#shared/domain/policy.ts';

/** What every part of the measure's editor works on. */
export interface MeasurePartProps {
  readonly measure: Measure;
  readonly save: (patch: Partial<MeasureInput>) => void;
}
