import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { frame } from './profile-report.ts';
import type { Block, LabelledText, Report } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';

type Certificate = ProfileData['certificates'][number];

/** A page for everybody whose certificate stands: of one workshop, or of the newest that has any. */
export function writeCertificates(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t, options } = context;
  const workshopId =
    options.about ?? data.certificates.toSorted((a, b) => (b.endsOn ?? b.issuedOn).localeCompare(a.endsOn ?? a.issuedOn))[0]?.workshopId ?? null;
  const listed = data.certificates.filter((certificate) => certificate.workshopId === workshopId);
  const blocks: Block[] =
    listed.length > 0 ? listed.map((certificate) => page(writer, certificate)) : [{ kind: 'missing', text: t('report.missing.certificates') }];
  const kicker = t('outputs.certificates.title');
  const document = frame(writer, { kicker, title: kicker, subtitle: '', sections: [{ title: kicker, lead: '', startsPage: false, blocks }] });
  writer.images.delete('cover.svg');
  return { document: { ...document, layout: 'certificate', hasContents: false, cover: { ...document.cover, image: '' } }, images: writer.images };
}

function page(writer: ReportWriter, certificate: Certificate): Block {
  const { t, data, formats, words, context } = writer;
  const { startsOn, endsOn, hours, place, number, issuedOn } = certificate;
  const days =
    startsOn && endsOn && startsOn !== endsOn
      ? t('report.incidents.periodOf', { from: formats.day(startsOn), to: formats.day(endsOn) })
      : formats.day(startsOn ?? endsOn ?? issuedOn);
  const facts: LabelledText[] = [
    { label: t('report.certificate.days'), text: days },
    ...(place ? [{ label: t('report.certificate.place'), text: place }] : []),
    ...(hours === null ? [] : [{ label: t('report.certificate.hours'), text: formats.decimal(hours, Number.isInteger(hours) ? 0 : 1) }]),
    { label: t('report.certificate.number'), text: number },
  ];
  const city = context.options.identity.publisher || data.city.name || t('output.unnamedCity');
  const signatures = certificate.signatory ? [certificate.signatory] : context.options.signatories.map(({ name, title, body }) => ({ name, title, body }));
  return {
    kind: 'certificate',
    title: t('report.certificate.title'),
    says: t('report.certificate.says'),
    name: certificate.name,
    text: t('report.certificate.text', { course: certificate.course, city }),
    facts,
    signatures,
    foot: words.list([t('report.certificate.issued', { day: formats.day(issuedOn) }), ...(data.isSample ? [t('report.cover.sample')] : [])]),
  };
}
