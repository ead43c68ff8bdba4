import type { Practice } from '#shared/domain/library.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** City, country and years of a practice in a line. */
export function usePracticeWords() {
  const { t, language } = useTexts();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const years = ({ startYear, endYear }: Practice): string => {
    if (startYear === null && endYear === null) return '';
    if (startYear === null) return t('practice.until', { year: endYear ?? '' });
    return endYear === null ? t('practice.since', { year: startYear }) : `${startYear}–${endYear}`;
  };
  const place = ({ city, country }: Practice): string =>
    [city, country === '' ? '' : (names.of(country) ?? country)].filter(Boolean).join(t('output.listSeparator'));
  return { years, place, about: (practice: Practice) => [place(practice), years(practice)].filter(Boolean).join(' · ') };
}
