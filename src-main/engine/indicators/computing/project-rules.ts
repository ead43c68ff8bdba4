import { factInput } from '#shared/domain/figure-facts.ts';
import { monthsBefore, oldAfterMonths } from '#shared/methods/indicator-grade.ts';
import { proportionOf, proportionsVersion } from '#shared/methods/proportions.ts';
import { listMeasures } from '../../policy/measures.ts';
import { sql } from '../../project/open-project.ts';
import { computed, type RuleAnswer, type RuleContext } from './rule-context.ts';

/** GOV-05. A plan is counted whole, so the share has no sampling interval. */
export function completeMeasures(context: RuleContext): RuleAnswer {
  const measures = listMeasures(context.project);
  if (measures.length === 0) return 'no-measures';
  const complete = measures.filter(
    (measure) =>
      measure.ownerId !== null &&
      (measure.totalCost !== null || measure.funding !== null) &&
      (measure.indicatorCode !== null || measure.indicatorText.trim() !== ''),
  );
  return share(context, context.translate('indicatorSource.plan'), complete.length, measures.length);
}

/** GOV-06, over what carries a date of publication. */
export function youngEvidence(context: RuleContext): RuleAnswer {
  const { project } = context;
  const dates = [
    ...project.all(sql.selectFrom('dataset').select('published_on').where('published_on', 'is not', null)),
    ...project.all(sql.selectFrom('observation').select('published_on').where('published_on', 'is not', null).where('is_computed', '=', 0)),
  ].map((row) => row.published_on ?? '');
  if (dates.length === 0) return 'no-dates';
  const limit = monthsBefore(project.nowText().slice(0, 10), oldAfterMonths);
  return share(context, context.translate('indicatorSource.project'), dates.filter((date) => date > limit).length, dates.length);
}

function share(context: RuleContext, text: string, part: number, whole: number): RuleAnswer {
  const proportion = proportionOf(part, whole);
  if (!proportion) return [];
  const today = context.project.nowText().slice(0, 10);
  const source = { text, isNamed: true, publishedOn: today };
  const value = { year: Number(today.slice(0, 4)), value: proportion.value * 100, numerator: part, denominator: whole, quality: 'A' as const };
  return [
    computed(context, source, value, {
      method: 'share',
      version: proportionsVersion,
      inputs: [factInput('numerator', part), factInput('denominator', whole)],
      n: whole,
    }),
  ];
}
