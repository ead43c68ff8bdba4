import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import type { FigureContext } from '#shared/figures/figure.ts';
import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { apart } from '#shared/i18n/apart.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import { toggled } from './explore-filter.ts';
import { type ExploreScope, narrowScreen, useCounts } from './use-explore-data.ts';
import { useIncidentFacts } from './use-incident-facts.ts';

/** Bars beyond these are told in the table: a longer list is no picture any more. */
const mostBars = 12;

/** What happens: offence groups, or the city's own offence names, from most to fewest. */
export function GroupsPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const isNarrow = useMediaQuery(narrowScreen);
  const [unit, setUnit] = useState<'group' | 'offence'>('group');
  const rows = useCounts(scope, [unit]) ?? [];
  const total = useCounts(scope, [])?.[0]?.count ?? 0;
  const ranked = rows
    .map((row) => ({
      row,
      name: row.group ? t(`offenceGroup.${row.group}`) : (row.offence ?? '–'),
      count: row.count,
      share: total > 0 ? row.count / total : null,
    }))
    .sort((a, b) => b.count - a.count || formats.compare(a.name, b.name));
  const bars = ranked.filter(({ row }) => !row.isHidden).slice(0, mostBars);
  const first = bars[0];
  const message = first
    ? t('explore.groups.message', { name: apart(formats, first.name), share: formats.percent(first.share), total: formats.count(total) })
    : t('explore.nothing');
  const key = JSON.stringify(bars);
  const facts = useIncidentFacts(scope);
  const table = {
    columns: [
      { label: t(unit === 'group' ? 'explore.groups.group' : 'explore.groups.offence') },
      { label: t('explore.stat.incidents'), isNumber: true },
      { label: t('explore.share'), isNumber: true },
    ],
    rows: ranked.map(({ name, count, share, row }) =>
      row.isHidden ? [name, t('explore.hidden'), '–'] : [name, formats.count(count), formats.percent(share, 1)],
    ),
  };
  const pick = (index: number) => {
    const { group, offenceId } = bars[index]?.row ?? {};
    if (group) scope.change({ groups: toggled(scope.filter.groups, group) });
    else if (offenceId) scope.change({ offenceIds: toggled(scope.filter.offenceIds, offenceId) });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds the bars
  const build = useCallback(
    (context: FigureContext) =>
      rankedBarsFigure(context, {
        bars: bars.map((bar) => ({ label: bar.name, value: bar.count, text: formats.count(bar.count) })),
        labelWidth: context.style.fontSize * (isNarrow ? 10 : 15),
      }),
    [key, formats, isNarrow],
  );

  return (
    <FigurePanel
      title={t('explore.groups.title')}
      message={message}
      alternative={`${t('explore.groups.title')}: ${bars.map((bar) => `${bar.name} ${formats.count(bar.count)}`).join(', ')}`}
      build={build}
      onPick={pick}
      pickHint={t('explore.pick.group')}
      source={scope.source}
      note={ranked.length > mostBars ? t('explore.groups.more', { count: ranked.length - mostBars }) : null}
      controls={
        <SegmentedControl
          size="xs"
          value={unit}
          onChange={(value) => setUnit(value as 'group' | 'offence')}
          aria-label={t('explore.groups.by')}
          data={[
            { value: 'group', label: t('explore.groups.byGroup') },
            { value: 'offence', label: t('explore.groups.byOffence') },
          ]}
        />
      }
      table={table}
      actions={
        <EvidenceButton about={t('explore.groups.title')} scope={scope} sentence={message} figure={keptFigure(table, facts('share', { count: total }))} />
      }
    />
  );
}
