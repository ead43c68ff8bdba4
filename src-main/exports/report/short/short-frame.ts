import { frame } from '../profile-report.ts';
import type { ReportDocument, ReportLayout, Section } from '../report-document.ts';
import { fingerprint, type ReportWriter } from '../report-writer.ts';

/** The frame of a short document: a band in place of a cover, no contents, and in the foot what it was made of. */
export function shortFrame(
  writer: ReportWriter,
  parts: { layout: ReportLayout; kicker: string; title: string; subtitle: string; sections: readonly Section[] },
): ReportDocument {
  const { t, data, formats } = writer;
  const document = frame(writer, parts);
  writer.images.delete('cover.svg');
  return {
    ...document,
    layout: parts.layout,
    hasContents: false,
    cover: { ...document.cover, image: '', facts: [], note: '' },
    footer: [
      data.isSample ? t('report.cover.sample') : '',
      t('report.short.foot', {
        day: formats.day(writer.day()),
        revision: formats.count(data.revision),
        fingerprint: fingerprint(data).slice(0, 16),
        version: data.appVersion,
      }),
    ]
      .filter(Boolean)
      .join(' '),
    sections: parts.sections,
  };
}
