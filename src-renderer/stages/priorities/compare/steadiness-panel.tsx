import { Button } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Weighing } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Term } from '../../../ui/term.tsx';
import classes from './compare.module.css';

/** How much the first place hangs on the weights: the range in which it holds, and who leads under weights drawn at random. */
export function SteadinessPanel({ weighing }: { weighing: Weighing }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: setSeed } = useMutation(queries.criteria.setSeed.mutationOptions());
  const { criteria, options } = weighing;
  const titleOf = (id: string | null) => options.find(({ priorityId }) => priorityId === id)?.title || t('vote.untitled');
  const firsts = options.filter(({ rank }) => rank !== null && rank === Math.min(...options.flatMap((option) => option.rank ?? [])));
  const leading = options.filter(({ leads }) => leads !== null).sort((a, b) => (b.leads ?? 0) - (a.leads ?? 0));
  return (
    <Panel
      title={t('compare.steady.title')}
      note={firsts.length === 1 ? t('compare.steady.note', { title: titleOf(firsts[0]?.priorityId ?? null) }) : t('compare.steady.level')}
      plain
    >
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('compare.steady.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criteria.name')}</th>
              <th scope="col" className={classes.end}>
                {t('compare.weight')}
              </th>
              <th scope="col" className={classes.rangeColumn}>
                <Term name="weightRange">{t('compare.range')}</Term>
              </th>
              <th scope="col">{t('compare.beyond')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ id, name, weight, range }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className={classes.end}>{formats.percent(weight)}</td>
                <td className={classes.rangeColumn}>
                  {range ? (
                    <>
                      <span className={classes.range} aria-hidden>
                        <span style={{ insetInlineStart: `${range.low * 100}%`, inlineSize: `${Math.max(0, range.high - range.low) * 100}%` }} />
                        <i style={{ insetInlineStart: `${(weight ?? 0) * 100}%` }} />
                      </span>
                      {t('compare.rangeText', { low: formats.percent(range.low, 1), high: formats.percent(range.high, 1) })}
                    </>
                  ) : (
                    '–'
                  )}
                </td>
                <td className={classes.beyond}>
                  {range?.lowNextId ? <span>{t('compare.below', { title: titleOf(range.lowNextId) })}</span> : null}
                  {range?.highNextId ? <span>{t('compare.above', { title: titleOf(range.highNextId) })}</span> : null}
                  {range && !range.lowNextId && !range.highNextId ? t('compare.never') : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.random}>
        <h3>
          <Term name="randomWeights">{t('compare.random.title')}</Term>
        </h3>
        <ul className={classes.leads}>
          {leading.map((option) => (
            <li key={option.priorityId}>
              <bdi>{option.title || t('vote.untitled')}</bdi>
              <span className={classes.leadBar} aria-hidden>
                <span style={{ inlineSize: `${(option.leads ?? 0) * 100}%` }} />
              </span>
              <strong>{formats.percent(option.leads, 1)}</strong>
            </li>
          ))}
        </ul>
        <p className={classes.seed}>
          {t('compare.random.note', { sets: formats.count(weighing.sets), seed: String(weighing.seed) })}
          <Button
            variant="default"
            leftSection={<IconDice5 size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => setSeed({ seed: 1 + Math.floor(Math.random() * 1_000_000) })}
          >
            {t('compare.random.again')}
          </Button>
        </p>
      </div>
    </Panel>
  );
}
