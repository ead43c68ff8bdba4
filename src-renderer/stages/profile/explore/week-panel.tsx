import { useCallback } from 'react';
import type { FigureContext } from '#shared/figures/figure.ts';
import { weekHoursFigure } from '#shared/figures/week-hours-figure.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import { type ExploreScope, useCounts } from './use-explore-data.ts';
import { useIncidentFacts } from './use-incident-facts.ts';
import { filledInHours, weekOf } from './week.ts';

/** When it happens: weekday by hour, where the source states the hour. */
export function WeekPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const rows = useCounts(scope, ['weekday', 'hour']) ?? [];
  const week = weekOf(rows);
  const weekdays = Array.from({ length: 7 }, (_, place) => formats.weekdayName(place + 1, 'long'));
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const heaped = filledInHours(week.cells);
  const { busiest } = week;
  const message = busiest
    ? t('explore.week.message', {
        day: weekdays[busiest.weekday - 1] ?? '',
        from: clock(busiest.hour),
        to: clock((busiest.hour + 1) % 24),
        count: formats.count(busiest.count),
      })
    : t('explore.week.none');
  const key = JSON.stringify(week.cells);
  const facts = useIncidentFacts(scope);
  const table = {
    columns: [{ label: t('explore.week.hour') }, ...weekdays.map((label) => ({ label, isNumber: true }))],
    rows: Array.from({ length: 24 }, (_, hour) => [clock(hour), ...week.cells.map((cells) => formats.count(cells[hour]))]),
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds the cells
  const build = useCallback(
    (context: FigureContext) =>
      weekHoursFigure(context, { cells: week.cells, weekdayNames: weekdays, hiddenLabel: t('explore.hidden'), scaleLabel: t('explore.week.scale') }),
    [key, t, formats],
  );

  return (
    <FigurePanel
      title={t('explore.week.title')}
      message={message}
      alternative={`${t('explore.week.title')}: ${message}`}
      {...(busiest ? { build } : { picture: <div /> })}
      source={scope.source}
      note={
        <>
          {week.total > 0
            ? t('explore.week.stated', { share: formats.percent(week.stated < week.total ? Math.floor((week.stated / week.total) * 100) / 100 : 1) })
            : null}
          {heaped.length > 0 ? ` ${t('explore.week.heaped', { hours: heaped.map(clock).join(', ') })}` : null}
        </>
      }
      table={table}
      actions={
        busiest ? (
          <EvidenceButton
            about={t('explore.week.title')}
            scope={scope}
            sentence={message}
            figure={keptFigure(table, facts('weekHours', { count: week.stated }, week.total - week.stated))}
          />
        ) : null
      }
    />
  );
}
