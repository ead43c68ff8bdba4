import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import type { ExportContext } from './export-context.ts';
import type { ProfileData } from './profile-data.ts';
import type { ShownIncidents } from './shown-incidents.ts';
import type { Words } from './words.ts';

interface Writer {
  readonly data: ProfileData;
  readonly context: ExportContext;
  readonly t: ExportContext['t'];
  readonly words: Words;
  readonly incidents: ShownIncidents | null;
}

/** What is hidden in an output and why, in sentences: the rule, the sensitive kinds that occur, how tables protect each other, and how many figures it took. */
export function protectionTexts({ data, context, t, words, incidents }: Writer): string[] {
  const count = context.formats.count;
  const rule = t('report.methods.smallNumbersText', { threshold: count(data.city.smallNumberThreshold) });
  if (!data.incidents) return [rule];
  const { sensitive } = data.incidents.smallest;
  const classes = words.list(sensitive.map((name) => t(`sensitive.${name}`)));
  const { small = 0, protects = 0, released = 0 } = incidents?.hidden ?? {};
  return [
    rule,
    ...(sensitive.length > 0 ? [t('report.methods.sensitiveText', { threshold: count(smallestSensitiveCount), classes })] : []),
    t('report.methods.togetherText'),
    ...(incidents
      ? [
          incidents.hasHidden
            ? t('report.methods.hiddenText', { small: count(small), protects: count(protects), released: count(released) })
            : t('report.methods.hiddenNone'),
        ]
      : []),
  ];
}
