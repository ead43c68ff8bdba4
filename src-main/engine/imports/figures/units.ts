import { plainWords } from '#shared/domain/plain-words.ts';

const percentWords = /(?:^| )(?:relativos?|relativas?|porcentaje|porcentual|percent|percentage|pourcentage|percentagem|pct|share|نسبه|النسبه)(?: |$)/;
const rateWords = /(?:per|por(?: cada)?|pour|لكل) ?(100 ?000|10 ?000|1 ?000|cien mil|mil)(?: |$)/;

/** The unit that the name of a series tells: `%`, «per 100,000» as written without spaces; '' where it tells none. */
export function unitOf(series: string): string {
  if (series.includes('%')) return '%';
  const plain = plainWords(series);
  if (percentWords.test(plain)) return '%';
  const per = rateWords.exec(plain)?.[1];
  if (per === undefined) return '';
  const number = per === 'cien mil' ? '100000' : per === 'mil' ? '1000' : per.replaceAll(' ', '');
  return `/${number}`;
}
