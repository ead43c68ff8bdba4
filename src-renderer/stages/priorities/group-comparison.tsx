import type { Priority, Vote } from '#shared/domain/priorities.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { Term } from '../../ui/term.tsx';
import classes from './result-page.module.css';
import { byRank, usePlaceText } from './result-words.ts';
import { compareCounting } from './standing.ts';

/** Groups side by side, and the ranking with every group weighing the same beside the pooled one. */
export function GroupComparison({ options, vote }: { options: readonly Priority[]; vote: Vote }) {
  const { t, formats } = useTexts();
  const placeText = usePlaceText(vote.results);
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title || t('vote.untitled');
  const list = new Intl.ListFormat(formats.language, { type: 'conjunction' });
  const titles = (ids: readonly string[]) => list.format(ids.map((id) => t('result.quoted', { title: titleOf(id) })));
  const comparison = compareCounting(vote.results);
  const highest = Math.max(...vote.results.flatMap((result) => result.byGroup.map((group) => group.share ?? 0)), 0.01);

  return (
    <Panel title={t('result.groups.title')} note={t('result.groups.note')} plain>
      <div className={classes.scroller}>
        <table className={classes.groups}>
          <caption className="visually-hidden">{t('result.groups.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('vote.option')}</th>
              {vote.groups.map((group) => (
                <th key={group.id} scope="col">
                  <bdi>{group.name}</bdi>
                  <small>{t('result.people', { count: group.people })}</small>
                </th>
              ))}
              <th scope="col" className={classes.order}>
                {t('result.pooledRank')}
              </th>
              <th scope="col" className={classes.order}>
                <Term name="equalGroups">{t('result.equalRank')}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {byRank(options, vote.results).map(({ option, result }) => {
              const pooled = placeText(option.id, 'rank');
              const equal = placeText(option.id, 'equalGroupRank');
              return (
                <tr key={option.id}>
                  <th scope="row">
                    <bdi>{option.title || t('vote.untitled')}</bdi>
                  </th>
                  {vote.groups.map((group) => {
                    const own = result.byGroup.find((candidate) => candidate.groupId === group.id);
                    const share = own?.share ?? null;
                    return (
                      <td key={group.id} data-top={own?.rank === 1 || undefined}>
                        <span className={classes.miniBar} style={{ inlineSize: `calc((100% - 3rem) * ${(share ?? 0) / highest})` }} aria-hidden />
                        <span>{formats.percent(share)}</span>
                      </td>
                    );
                  })}
                  <td className={classes.order}>{pooled}</td>
                  <td className={classes.order} data-moved={pooled !== equal || undefined}>
                    {equal}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {comparison ? (
        <div className={classes.sentence}>
          <Notice kind={comparison.kind === 'same' ? 'good' : 'caution'}>
            {comparison.kind === 'winner' ? t('result.compare.winner', { pooled: titles(comparison.pooled), equal: titles(comparison.equal) }) : null}
            {comparison.kind === 'order' ? t('result.compare.order', { moved: titles(comparison.moved) }) : null}
            {comparison.kind === 'same' ? t('result.compare.same') : null}
          </Notice>
        </div>
      ) : null}
    </Panel>
  );
}
