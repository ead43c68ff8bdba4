import { horizons, type PrintedOutsideFactor } from '#shared/domain/factors.ts';
import { isolate } from '../isolate.ts';
import type { Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** Influences from beyond the city (PESTELO), by when they are felt, the heaviest first. */
export function outsideSection({ t, data, formats }: ReportWriter): Section {
  const place = ({ horizon }: PrintedOutsideFactor) => (horizon === '' ? horizons.length : horizons.indexOf(horizon));
  return {
    title: t('report.outside.title'),
    lead: t('report.outside.lead'),
    startsPage: false,
    level: 2,
    blocks: [
      {
        kind: 'table',
        caption: t('report.outside.caption'),
        columns: [
          column(t('outside.horizon'), 'start', 2),
          column(t('outside.dimension'), 'start', 2),
          column(t('report.outside.what'), 'start', 6),
          column(t('outside.impact'), 'center'),
          column(t('outside.likelihood'), 'center'),
          column(t('report.outside.weight'), 'start', 2),
        ],
        rows: data.outsideFactors
          .toSorted((a, b) => place(a) - place(b) || (b.score ?? 0) - (a.score ?? 0))
          .map((factor) => [
            t(`horizon.${factor.horizon || 'none'}`),
            t(`outsideDimension.${factor.dimension}`),
            [
              isolate(factor.text) || t('output.noWords'),
              isolate(factor.effect),
              factor.source ? t('output.sourceLine', { source: isolate(factor.source) }) : '',
            ]
              .filter(Boolean)
              .join(' – '),
            formats.count(factor.impact),
            formats.count(factor.likelihood),
            factor.score === null || factor.band === null ? t('outside.notWeighed') : `${formats.count(factor.score)} – ${t(`riskLevel.${factor.band}`)}`,
          ]),
        total: [],
        note: t('report.outside.note'),
      },
    ],
  };
}
