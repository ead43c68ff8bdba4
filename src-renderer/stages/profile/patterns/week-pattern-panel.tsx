import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FigureContext } from '#shared/figures/figure.ts';
import { weekHoursFigure } from '#shared/figures/week-hours-figure.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { patternInput } from './pattern-input.ts';

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Weekday by hour, with a warning where hours were probably filled in. */
export function WeekPatternPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const found = useQuery(queries.patterns.week.queryOptions({ input: patternInput(scope), placeholderData: keepPreviousData })).data;
  const weekdays = Array.from({ length: 7 }, (_, place) => formats.weekdayName(place + 1, 'long'));
  const cells = found?.cells ?? [];
  const key = JSON.stringify(cells);
  const hasHidden = cells.some((row) => row.includes(null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds the cells
  const build = useCallback(
    (context: FigureContext) =>
      weekHoursFigure(context, { cells, weekdayNames: weekdays, hiddenLabel: hasHidden ? t('map.hidden') : '', scaleLabel: t('explore.week.scale') }),
    [key, t, formats],
  );
  if (!found) return <Skeleton height="28rem" />;
  const { busiest, facts } = found;
  const title = t('explore.week.title');
  const message = busiest
    ? t('explore.week.message', {
        day: weekdays[busiest.weekday - 1] ?? '',
        from: clock(busiest.hour),
        to: clock((busiest.hour + 1) % 24),
        count: formats.count(busiest.count),
      })
    : t(`undefined.${facts.undefinedReason ?? 'hidden'}`);
  const table = {
    columns: [{ label: t('explore.week.hour') }, ...weekdays.map((label) => ({ label, isNumber: true }))],
    rows: Array.from({ length: 24 }, (_, hour) => [clock(hour), ...cells.map((row) => formats.count(row[hour]))]),
  };
  return (
    <>
      {found.heaped.map(({ hour, count, beside }) => (
        <Notice key={hour} kind="caution" title={t('patterns.heaped.title', { hour: clock(hour) })}>
          {t('patterns.heaped.body', { count: formats.count(count), beside: formats.count(beside) })}
        </Notice>
      ))}
      <FigurePanel
        title={title}
        message={message}
        alternative={`${title}: ${message}`}
        {...(facts.undefinedReason ? { picture: <div /> } : { build, table })}
        source={scope.source}
        note={found.total > 0 ? t('explore.week.stated', { share: formats.percent(found.stated / found.total) }) : null}
        actions={<EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, facts)} />}
      />
    </>
  );
}
