import type { Measure } from '#shared/domain/policy.ts';
import { budgetOf, resourceKindOf, resourceKinds } from '#shared/methods/plan-budget.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useCityCurrency } from '../use-plan.ts';
import classes from './budget.module.css';

/** Local resources first: what can start with the city's own money, what needs partners, what waits for money from outside. */
export function LocalFirst({ measures, onOpenMeasure }: { measures: readonly Measure[]; onOpenMeasure: (id: string) => void }) {
  const { t, formats } = useTexts();
  const currency = useCityCurrency();
  const groups = resourceKinds
    .map((kind) => ({ kind, own: measures.filter((measure) => resourceKindOf(measure) === kind) }))
    .filter(({ own }) => own.length > 0);
  return (
    <Panel title={t('budget.localFirst')} note={t('budget.localFirstNote')}>
      <div className={classes.resources}>
        {groups.map(({ kind, own }) => (
          <section key={kind} className={classes.resource} data-kind={kind}>
            <h3>{t(`resourceKind.${kind}`)}</h3>
            <p>
              {t('budget.measures', { count: own.length })}
              {kind === 'unknown' ? null : ` · ${formats.money(budgetOf(own).cost, currency)}`}
            </p>
            <ul>
              {own.map((measure) => (
                <li key={measure.id}>
                  <button type="button" className={classes.link} onClick={() => onOpenMeasure(measure.id)}>
                    <bdi>{measure.title || t('policy.untitledMeasure')}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
