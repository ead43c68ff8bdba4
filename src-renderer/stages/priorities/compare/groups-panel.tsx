import type { OptionValue, Weighing } from '#shared/domain/criteria.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Term } from '../../../ui/term.tsx';
import classes from './compare.module.css';

/** What each group's own weights and judgements make of the options, and all groups counted alike. */
export function GroupsPanel({ weighing }: { weighing: Weighing }) {
  const { t, formats } = useTexts();
  const { groups, equal, options, agreement } = weighing;
  const nameOf = (id: string) => groups.find(({ groupId }) => groupId === id)?.name ?? '';
  const ownOf = (list: readonly OptionValue[], id: string) => list.find(({ priorityId }) => priorityId === id);
  const cell = (own: OptionValue | undefined, key: string) => (
    <td key={key} data-top={own?.rank === 1 || undefined} className={classes.end}>
      {own?.value === null || own === undefined ? '–' : formats.decimal(own.value)}
      {own?.rank ? <small>{t('compare.rankShort', { rank: formats.decimal(own.rank, Number.isInteger(own.rank) ? 0 : 1) })}</small> : null}
    </td>
  );
  if (groups.length === 0) return null;
  return (
    <Panel title={t('compare.groups.title')} note={t('compare.groups.note')} plain>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('compare.groups.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('vote.option')}</th>
              <th scope="col" className={classes.end}>
                {t('criteria.together')}
              </th>
              {groups.map((group) => (
                <th key={group.groupId} scope="col" className={classes.end}>
                  <bdi>{group.name || t('vote.untitled')}</bdi>
                </th>
              ))}
              {equal.length > 0 ? (
                <th scope="col" className={classes.end}>
                  <Term name="equalGroups">{t('compare.equal')}</Term>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.priorityId}>
                <th scope="row">
                  <bdi>{option.title || t('vote.untitled')}</bdi>
                </th>
                {cell(option, 'all')}
                {groups.map((group) => cell(ownOf(group.options, option.priorityId), group.groupId))}
                {equal.length > 0 ? cell(ownOf(equal, option.priorityId), 'equal') : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.groupWords}>
        {weighing.changesFirst ? <Notice kind="caution">{t('compare.groups.changes')}</Notice> : null}
        {agreement.length > 0 ? (
          <ul>
            {agreement.map(({ firstId, secondId, tau }) => (
              <li key={`${firstId} ${secondId}`}>
                <Term name="tau">
                  {t('compare.groups.tau', { first: nameOf(firstId), second: nameOf(secondId), tau: tau === null ? '–' : formats.decimal(tau, 2) })}
                </Term>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}
