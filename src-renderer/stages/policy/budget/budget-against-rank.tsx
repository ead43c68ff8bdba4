import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { budgetByPriority } from '#shared/methods/plan-budget.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useCityCurrency, type usePlan } from '../use-plan.ts';
import classes from './budget.module.css';

/** Places that differ by this much are pointed out. */
const farApart = 2;

/** Whether the money goes where the people's first choices are. */
export function BudgetAgainstRank({ plan }: { plan: ReturnType<typeof usePlan> }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const currency = useCityCurrency();
  const priorities = useQuery(queries.priorities.list.queryOptions()).data ?? [];
  const results = useQuery(queries.priorities.vote.queryOptions()).data?.results ?? [];
  const decided = priorities.some(({ decidedRank }) => decidedRank !== null);
  const ranks = priorities
    .filter(({ isChosen }) => isChosen)
    .map(({ id, decidedRank }) => ({ priorityId: id, rank: decided ? decidedRank : (results.find(({ priorityId }) => priorityId === id)?.rank ?? null) }))
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
  if (ranks.length < 2) return null;
  const rows = budgetByPriority(ranks, plan.objectives, plan.measures);
  const largest = Math.max(...rows.map(({ share }) => share ?? 0));
  return (
    <Panel title={t('budget.rank')} note={t(decided ? 'budget.rankNoteDecided' : 'budget.rankNoteVote')} plain>
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.ranks}`}>
          <caption className="visually-hidden">{t('budget.rank')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('budget.rank.place')}</th>
              <th scope="col">{t('budget.rank.priority')}</th>
              <td className={classes.barCell} aria-hidden />
              <th scope="col" data-number>
                {t('budget.rank.share')}
              </th>
              <th scope="col" data-number>
                {t('policy.cost')}
              </th>
              <th scope="col">{t('budget.rank.byMoney')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ priorityId, rank, share, cost, budgetRank }, place) => {
              // Among the chosen ones: their places in the vote may have holes.
              const isApart = rank !== null && budgetRank !== null && budgetRank - (place + 1) >= farApart;
              return (
                <tr key={priorityId}>
                  <td>{rank === null ? '–' : formats.decimal(rank, Number.isInteger(rank) ? 0 : 1)}</td>
                  <th scope="row">
                    <Link to="/priorities" search={{ object: priorityId }}>
                      <bdi>{priorities.find(({ id }) => id === priorityId)?.title || t('policy.untitled')}</bdi>
                    </Link>
                  </th>
                  <td className={classes.barCell}>
                    <span className={classes.shareBar} style={{ inlineSize: `${largest > 0 ? ((share ?? 0) / largest) * 100 : 0}%` }} aria-hidden />
                  </td>
                  <td data-number>{formats.percent(share)}</td>
                  <td data-number>{formats.money(cost, currency)}</td>
                  <td>
                    {budgetRank === null ? '–' : formats.decimal(budgetRank, Number.isInteger(budgetRank) ? 0 : 1)}
                    {isApart ? <span className={classes.apart}> {t('budget.rank.apart')}</span> : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
