import { Skeleton } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { horizons, type OutsideFactor } from '#shared/domain/factors.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { LevelTag } from '../risks/level-tag.tsx';
import { RestrictedMark } from '../risks/restricted-part.tsx';
import { AddOutside } from './add-outside.tsx';
import type { Numbered } from './numbered.ts';
import classes from './outside.module.css';
import { OutsideDrawer } from './outside-drawer.tsx';
import { OutsideGrid } from './outside-grid.tsx';

/** Influences from beyond the city (PESTELO), by when they are felt and how much they weigh. */
export function OutsideView() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const factors = useQuery(queries.factors.outside.queryOptions()).data;
  const [openId, setOpenId] = useState<string | null>(null);
  if (factors === undefined) return <Skeleton height="30rem" />;
  const numbered = inOrder(factors).map((factor, index) => ({ factor, number: index + 1 }));
  return (
    <>
      <AddOutside onAdded={setOpenId} />
      {factors.length === 0 ? (
        <Panel>
          <EmptyState icon={IconWorld} title={t('outside.empty.title')}>
            {t('outside.empty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <div className={classes.columns}>
          <div className={classes.lists}>
            {[...horizons, '' as const].map((horizon) => (
              <HorizonList key={horizon} horizon={horizon} factors={numbered.filter(({ factor }) => factor.horizon === horizon)} onOpen={setOpenId} />
            ))}
          </div>
          <Panel title={t('outside.grid')} note={t('outside.grid.note')}>
            <OutsideGrid factors={numbered} onOpen={setOpenId} />
          </Panel>
        </div>
      )}
      <OutsideDrawer factor={factors.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  );
}

/** By horizon, the heaviest first. */
function inOrder(factors: readonly OutsideFactor[]): OutsideFactor[] {
  const place = ({ horizon }: OutsideFactor) => (horizon === '' ? horizons.length : horizons.indexOf(horizon));
  return factors.toSorted((a, b) => place(a) - place(b) || (b.score ?? 0) - (a.score ?? 0));
}

function HorizonList({ horizon, factors, onOpen }: { horizon: OutsideFactor['horizon']; factors: readonly Numbered[]; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  if (factors.length === 0 && horizon === '') return null;
  const name = horizon === '' ? 'none' : horizon;
  return (
    <Panel title={t(`horizon.${name}`)} note={t(`horizon.${name}.about`)} plain>
      {factors.length === 0 ? (
        <p className={classes.nothing}>{t('outside.nothing')}</p>
      ) : (
        <ul className={classes.list}>
          {factors.map(({ factor, number }) => (
            <li key={factor.id}>
              <button type="button" className={classes.item} onClick={() => onOpen(factor.id)}>
                <span className={classes.number}>{formats.count(number)}</span>
                <span className={classes.words}>
                  <span className={classes.name}>
                    <bdi>{factor.text || t('risks.untitled')}</bdi>
                    {factor.isRestricted ? <RestrictedMark /> : null}
                  </span>
                  <small>{t(`outsideDimension.${factor.dimension}`)}</small>
                </span>
                <span className={classes.weight}>
                  <LevelTag level={factor.band} />
                  <small>
                    {factor.score === null
                      ? t('outside.notWeighed')
                      : t('outside.weight', {
                          impact: formats.count(factor.impact),
                          likelihood: formats.count(factor.likelihood),
                          score: formats.count(factor.score),
                        })}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
