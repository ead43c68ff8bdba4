import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { BallotResult, ResultDivision } from '#shared/domain/results.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GroupChart } from './group-chart.tsx';
import { firstDivision } from './result-figures.ts';
import { divisionTable } from './result-table.ts';
import classes from './results.module.css';
import { useResultWords } from './use-result-words.ts';

/** The room divided: each part beside the others, how far they lie apart, and what would change if each weighed the same. */
export function GroupPanel({ result }: { result: BallotResult }) {
  const texts = useTexts();
  const { t, formats } = texts;
  const words = useResultWords(result);
  const [by, setBy] = useState<ResultDivision | null>(null);
  const division = result.divisions.find((candidate) => candidate.by === by) ?? firstDivision(result) ?? result.divisions[0];
  if (result.kind === 'statement') return null;
  const withheld = result.withheld.filter((name) => name !== 'channel');
  const withheldNote =
    withheld.length > 0
      ? t('results.withheld', {
          divisions: new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(withheld.map((name) => t(`results.division.${name}`))),
          smallest: formats.count(result.smallest),
        })
      : '';
  if (!division) return <Panel title={t('results.groups.title')}>{withheldNote || t('results.groups.none')}</Panel>;
  const merged = division.parts.find(({ id }) => id === 'merged');
  const opposite = division.agreement.filter(({ tau }) => tau !== null).toSorted((a, b) => (a.tau ?? 0) - (b.tau ?? 0))[0];
  const partNamed = (id: string) => {
    const part = division.parts.find((candidate) => candidate.id === id);
    return part ? words.partName(part) : id;
  };
  return (
    <FigurePanel
      title={t('results.groups.title')}
      message={division.changesFirst ? t('results.groups.changes') : t('results.groups.same')}
      alternative={t('results.groups.title')}
      controls={
        result.divisions.length > 1 ? (
          <SegmentedControl
            aria-label={t('results.divideBy')}
            value={division.by}
            onChange={(value) => setBy(value as ResultDivision)}
            data={result.divisions.map((candidate) => ({ value: candidate.by, label: t(`results.division.${candidate.by}`) }))}
          />
        ) : null
      }
      picture={<GroupChart result={result} division={division} />}
      table={divisionTable(result, division, words, texts)}
      source={[
        merged
          ? t('results.mergedNote', {
              names: new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(merged.merged.map((part) => words.partName(part))),
              smallest: formats.count(result.smallest),
            })
          : '',
        opposite?.tau !== null && opposite !== undefined
          ? t('results.orderNote', { first: partNamed(opposite.first), second: partNamed(opposite.second), tau: formats.decimal(opposite.tau, 2) })
          : '',
        withheldNote,
      ]
        .filter(Boolean)
        .join(' ')}
      actions={
        <span className={classes.factButtons}>
          <FigureFactsButton facts={division.facts} about={t('results.equal')} />
          <FigureFactsButton facts={division.agreementFacts} about={t('results.orderAgreement')} />
        </span>
      }
    />
  );
}
