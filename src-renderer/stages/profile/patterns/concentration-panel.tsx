import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Concentration } from '#shared/domain/patterns.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { patternInput } from './pattern-input.ts';
import classes from './patterns.module.css';

const size = 260;
const margin = 36;

/** How few places hold how much. */
export function ConcentrationPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const unit = scope.overview.withPointCount > 0 ? 'cells' : 'areas';
  const found = useQuery(queries.patterns.concentration.queryOptions({ input: { ...patternInput(scope), unit }, placeholderData: keepPreviousData })).data;
  if (!found) return <Skeleton height="22rem" />;
  const title = t('patterns.few.title');
  const message = found.facts.undefinedReason
    ? t(`undefined.${found.facts.undefinedReason}`)
    : t(unit === 'cells' ? 'patterns.few.cells' : 'patterns.few.areas', {
        count: found.fewestForHalf ?? 0,
        few: formats.count(found.fewestForHalf),
        all: formats.count(found.places),
        share: formats.percent(found.shareOfThose),
      });
  const table = {
    columns: [{ label: t('patterns.measure') }, { label: t('factInput.value'), isNumber: true }],
    rows: [
      [t('patterns.few.half'), formats.count(found.fewestForHalf)],
      [t('patterns.few.top'), formats.percent(found.topShare)],
      [t('patterns.few.gini'), formats.decimal(found.gini, 3)],
      [t('patterns.few.generalised'), formats.decimal(found.generalisedGini, 3)],
    ],
  };
  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      picture={<Curve found={found} label={`${title}: ${message}`} />}
      table={table}
      source={scope.source}
      note={t('patterns.few.note', { top: formats.percent(found.topShare), gini: formats.decimal(found.generalisedGini, 2) })}
      actions={<EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, found.facts)} />}
    />
  );
}

/** Share of incidents over share of places, most crowded first; the straight line is «everywhere alike». */
function Curve({ found, label }: { found: Concentration; label: string }) {
  const { t, formats } = useTexts();
  const inner = size - 2 * margin;
  const x = (share: number) => margin + share * inner;
  const y = (share: number) => size - margin - share * inner;
  const line = found.curve.map(([places, incidents], place) => `${place === 0 ? 'M' : 'L'}${x(places).toFixed(1)} ${y(incidents).toFixed(1)}`).join('');
  return (
    <svg className={classes.curve} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} direction="ltr">
      <path d={`M${x(0)} ${y(0)}H${x(1)}V${y(1)}`} fill="none" stroke="var(--line)" />
      <path d={`M${x(0)} ${y(0)}V${y(1)}H${x(1)}`} fill="none" stroke="var(--line)" />
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke="var(--ink-faint)" strokeDasharray="3 3" />
      <path d={line} fill="none" stroke="var(--data-1)" strokeWidth={2.5} />
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <text x={x(share)} y={size - margin + 14} textAnchor="middle">
            {formats.percent(share)}
          </text>
          <text x={margin - 6} y={y(share) + 4} textAnchor="end">
            {formats.percent(share)}
          </text>
        </g>
      ))}
      <text x={size / 2} y={size - 6} textAnchor="middle">
        {t('patterns.few.ofPlaces')}
      </text>
      <text x={size / 2} y={margin - 14} textAnchor="middle">
        {t('patterns.few.ofIncidents')}
      </text>
    </svg>
  );
}
