import type { FollowedIndicator } from '#shared/domain/follow-up.ts';
import { printedCells } from '../../../shown-indicators.ts';
import type { ReportWriter } from '../../report-writer.ts';
import { valueText } from '../indicator-section.ts';

/** A date that is known to the year, the month or the day. */
export function dateText({ t, formats }: ReportWriter, on: string | null): string {
  if (!on) return t('output.notStated');
  const [year, month, day] = on.split('-').map(Number);
  if (day) return formats.day(on);
  return month ? `${formats.monthName(month, 'long')} ${year}` : String(year);
}

export function bodyText({ data, t }: ReportWriter, id: string | null): string {
  return data.stakeholders.find((body) => body.id === id)?.name ?? t('output.notStated');
}

export function indicatorName({ data }: ReportWriter, { indicatorCode, indicatorText }: Pick<FollowedIndicator, 'indicatorCode' | 'indicatorText'>): string {
  return data.indicators.find((indicator) => indicator.code === indicatorCode)?.name || indicatorText || (indicatorCode ?? '');
}

/**
 * Indicators as they may be printed: a value that was worked out from hidden counts of incidents goes, and the progress with it.
 */
export function printedIndicators(writer: ReportWriter): FollowedIndicator[] {
  const hidden = new Set(
    printedCells(writer.data, writer.incidents).flatMap(({ values }) => values.filter(({ shown }) => shown.isHidden).map(({ observation }) => observation.id)),
  );
  const isHidden = (id: string | null | undefined) => id !== null && id !== undefined && hidden.has(id);
  return writer.data.followUp.indicators.map((followed) => {
    const points = followed.points.map((point) => (isHidden(point.observationId) ? { ...point, value: null, isHidden: true } : point));
    if (!isHidden(followed.actual?.observationId)) return { ...followed, points };
    return { ...followed, points, actual: null, share: null, elapsed: null, gap: 'hidden', pace: 'unknown' };
  });
}

/** A value and when it was, or shall be, true. */
export function atText(writer: ReportWriter, value: number | null, on: string): string {
  if (value === null) return writer.t('output.notStated');
  return on ? writer.t('report.policy.valueInYear', { value: valueText(writer, value, ''), year: dateText(writer, on) }) : valueText(writer, value, '');
}

/** How far it came, in words: the share of the way, or why there is none. */
export function shareText({ t, formats }: ReportWriter, { share, gap }: Pick<FollowedIndicator, 'share' | 'gap'>): string {
  return gap ? t(`progressGap.${gap}`) : formats.percent(share).replace('-', '−');
}
