import type { ReactNode } from 'react';
import type { FigureFacts } from '#shared/domain/figure-facts.ts';
import type { NetworkMeasures } from '#shared/domain/network.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureFactsButton, UndefinedFigure } from '../../../ui/figure-facts.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import classes from './network.module.css';

/** The network in four figures, and always what they rest on. */
export function NetworkFigures({ measures, nameOf }: { measures: NetworkMeasures; nameOf: (id: string) => string }) {
  const { t, formats } = useTexts();
  const { facts } = measures;
  const list = new Intl.ListFormat(formats.language, { type: 'conjunction' });
  return (
    <>
      <div className={classes.figures}>
        <StatRow>
          <Stat
            label={t('network.density')}
            value={
              <Figure facts={facts.density} about={t('network.density')}>
                {formats.percent(measures.density, 1)}
              </Figure>
            }
          />
          <Stat
            label={t('network.reciprocity')}
            value={
              <Figure facts={facts.reciprocity} about={t('network.reciprocity')}>
                {formats.percent(measures.reciprocity)}
              </Figure>
            }
          />
          <Stat
            label={t('network.parts')}
            value={
              <Figure facts={facts.components} about={t('network.parts')}>
                {formats.count(measures.componentCount)}
              </Figure>
            }
          />
          <Stat
            label={t('network.isolates')}
            value={formats.count(measures.isolateIds.length)}
            note={measures.isolateIds.length > 0 && measures.isolateIds.length <= 3 ? list.format(measures.isolateIds.map(nameOf)) : undefined}
          />
        </StatRow>
      </div>
      <p className={classes.basis}>{basisWords(t, measures)}</p>
    </>
  );
}

/** N, ties and informants in one sentence, for the screen and the picture. */
export function basisWords(t: ReturnType<typeof useTexts>['t'], measures: NetworkMeasures): string {
  return [
    t('network.basis.actors', { count: measures.actorCount }),
    t('network.basis.ties', { count: measures.tieCount }),
    t('network.basis.informants', { count: measures.informantCount }),
    measures.unnamedReports > 0 ? t('network.basis.unnamed', { count: measures.unnamedReports }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Figure({ facts, about, children }: { facts: FigureFacts; about: string; children: ReactNode }) {
  return (
    <span className={classes.valueWithFacts}>
      {facts.undefinedReason ? <UndefinedFigure reason={facts.undefinedReason} /> : children}
      <FigureFactsButton facts={facts} about={about} />
    </span>
  );
}
