import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ecologicalLevels, factorDirections } from '#shared/domain/factors.ts';
import { readEcology } from '#shared/methods/ecological-model.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { EcologyCell } from './ecology-cell.tsx';
import { EcologyReport } from './ecology-report.tsx';
import { FactorDrawer } from './factor-drawer.tsx';
import classes from './factors.module.css';
import { LevelRings } from './level-rings.tsx';

/** What makes violence more likely and what protects, on the four levels around a person: eight cells. */
export function EcologyView() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const factors = useQuery(queries.factors.list.queryOptions()).data;
  const [openId, setOpenId] = useState<string | null>(null);
  if (factors === undefined) return <Skeleton height="30rem" />;
  const reading = readEcology(factors);
  return (
    <>
      <Panel plain>
        <div className={classes.model}>
          <div className={classes.heads} aria-hidden="true">
            <span />
            {factorDirections.map((direction) => (
              <strong key={direction} data-direction={direction}>
                {t(`factorDirection.${direction}`)}
              </strong>
            ))}
          </div>
          {ecologicalLevels.map((level) => (
            <section key={level} className={classes.level} aria-label={t(`ecologicalLevel.${level}`)}>
              <header>
                <LevelRings level={level} />
                <div>
                  <h2>{t(`ecologicalLevel.${level}`)}</h2>
                  <p>{t(`ecologicalLevel.${level}.about`)}</p>
                </div>
              </header>
              {reading.cells
                .filter((cell) => cell.level === level)
                .map((cell) => (
                  <EcologyCell key={cell.direction} level={level} direction={cell.direction} factors={cell.factors} onOpen={setOpenId} />
                ))}
            </section>
          ))}
        </div>
      </Panel>
      <EcologyReport reading={reading} onOpen={setOpenId} />
      <FactorDrawer factor={factors.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  );
}
