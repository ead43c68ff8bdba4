import type { WriteSheet } from 'hucre/xlsx';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { column, plainSheet, wordOf } from './plain-sheet.ts';

/** What raises and what protects, where threats meet vulnerabilities, and what comes from outside; nothing restricted is in the data. */
export function riskSheets(writer: WorkbookWriter): WriteSheet[] {
  const { data } = writer;
  const word = (code: string | null) => wordOf(writer, code);
  const sentences = new Map(data.findings.filter(({ isRestricted }) => !isRestricted).map(({ id, sentence }) => [id, sentence]));
  const finding = (id: string | null) => (id === null ? '' : (sentences.get(id) ?? ''));
  const risk = (id: string) => data.risks.find((one) => one.id === id)?.title ?? '';
  const mark = { between: [1, 5] as const };
  return [
    ...plainSheet(writer, 'factors', data.factors, [
      column('workbook.column.title', 50, 'long-text', ({ text }) => text),
      column('workbook.column.factorLevel', 18, 'text', ({ level }) => word(level)),
      column('workbook.column.factorDirection', 16, 'text', ({ direction }) => word(direction)),
      column('workbook.column.changeable', 22, 'text', ({ changeable }) => word(changeable)),
      column('output.column.quality', 9, 'text', ({ grade }) => grade),
      column('workbook.column.finding', 50, 'long-text', ({ findingId }) => finding(findingId)),
      column('output.column.source', 36, 'long-text', ({ source }) => source),
      column('workbook.column.note', 40, 'long-text', ({ note }) => note),
    ]),
    ...plainSheet(writer, 'matrix', data.riskMeetings, [
      column('output.column.threat', 36, 'long-text', ({ threatId }) => risk(threatId)),
      column('output.column.vulnerability', 36, 'long-text', ({ vulnerabilityId }) => risk(vulnerabilityId)),
      column('workbook.column.exposure', 10, 'count', ({ exposure }) => exposure, mark),
      column('workbook.column.reason', 40, 'long-text', ({ reason }) => reason),
      column('workbook.column.institutions', 14, 'count', ({ institutionResilience }) => institutionResilience, mark),
      column('workbook.column.institutionsWhy', 36, 'long-text', ({ institutionReason }) => institutionReason),
      column('workbook.column.communities', 14, 'count', ({ communityResilience }) => communityResilience, mark),
      column('workbook.column.communitiesWhy', 36, 'long-text', ({ communityReason }) => communityReason),
      column('workbook.column.riskLevel', 14, 'text', ({ level }) => word(level)),
      column('workbook.column.finding', 44, 'long-text', ({ findingId }) => finding(findingId)),
    ]),
    ...plainSheet(writer, 'outsideFactors', data.outsideFactors, [
      column('workbook.column.title', 50, 'long-text', ({ text }) => text),
      column('workbook.column.dimension', 18, 'text', ({ dimension }) => word(dimension)),
      column('workbook.column.effect', 44, 'long-text', ({ effect }) => effect),
      column('workbook.column.horizon', 16, 'text', ({ horizon }) => word(horizon)),
      column('workbook.column.impact', 10, 'count', ({ impact }) => impact, { between: [1, 4] }),
      column('workbook.column.likelihood', 12, 'count', ({ likelihood }) => likelihood, { between: [1, 4] }),
      column('workbook.column.impactTimesLikelihood', 14, 'count', ({ score }, place) => ({
        formula: `IF(COUNT(E${place + 4},F${place + 4})<2,"",E${place + 4}*F${place + 4})`,
        result: score ?? '',
      })),
      column('workbook.column.riskLevel', 14, 'text', ({ band }) => word(band)),
      column('output.column.source', 36, 'long-text', ({ source }) => source),
    ]),
    ...plainSheet(writer, 'strategies', data.strategies, [
      column('workbook.column.title', 44, 'long-text', ({ title }) => title),
      column('workbook.column.adoptedBy', 28, 'text', ({ body }) => body),
      column('output.column.year', 9, 'year', ({ year }) => year),
      column('workbook.column.words', 10, 'count', ({ wordCount }) => wordCount),
      column('workbook.column.safetyWords', 14, 'count', ({ safetyCount }) => safetyCount),
      column('workbook.column.perThousandWords', 14, 'decimal', ({ perThousand }) => perThousand),
      column('workbook.column.appearance', 24, 'text', ({ appearance }) => word(appearance)),
      column('workbook.column.note', 44, 'long-text', ({ note }) => note),
      column('workbook.column.fingerprint', 68, 'text', ({ sha256 }) => sha256),
    ]),
    ...plainSheet(writer, 'leadership', data.leadershipRoles, [
      column('workbook.column.post', 40, 'long-text', ({ title }) => title),
      column('output.column.name', 36, 'text', ({ stakeholderId }) => data.stakeholders.find(({ id }) => id === stakeholderId)?.name ?? ''),
      column('workbook.column.mandate', 44, 'long-text', ({ mandate }) => mandate),
      column('workbook.column.supportNeeded', 40, 'long-text', ({ supportNeeded }) => supportNeeded),
      column('workbook.column.succession', 40, 'long-text', ({ succession }) => succession),
    ]),
    ...plainSheet(
      writer,
      'practices',
      data.practices.flatMap(({ practice, links }) => links.map((link) => ({ practice, link }))),
      [
        column('output.column.measure', 40, 'long-text', ({ link }) => data.measures.find(({ id }) => id === link.measureId)?.title ?? ''),
        column('workbook.column.practice', 40, 'long-text', ({ practice }) => practice.title),
        column('workbook.column.practiceCity', 22, 'text', ({ practice }) => [practice.city, practice.country].filter(Boolean).join(', ')),
        column('output.column.quality', 9, 'text', ({ practice }) => practice.grade),
        column('output.column.source', 48, 'long-text', ({ practice }) => practice.source),
        column('workbook.column.note', 40, 'long-text', ({ link }) => link.note),
      ],
    ),
  ];
}

/** Whether people said that findings are true: where, when, how many of how many. Too few answers are marked as hidden. */
export function validationSheet(writer: WorkbookWriter): WriteSheet[] {
  const { data, t } = writer;
  const rows = data.findings
    .filter(({ isRestricted }) => !isRestricted)
    .flatMap((finding) => finding.validations.map((validation) => ({ finding, validation })));
  const workshop = (id: string | null) => data.workbook.workshops.find((one) => one.id === id)?.title ?? '';
  return plainSheet(writer, 'validation', rows, [
    column('workbook.column.finding', 56, 'long-text', ({ finding }) => finding.sentence),
    column('workbook.column.workshop', 36, 'long-text', ({ validation }) => workshop(validation.workshopId)),
    column('workbook.column.day', 12, 'day', ({ validation }) => (validation.validatedOn ? new Date(`${validation.validatedOn}T00:00:00Z`) : null)),
    column('workbook.column.agree', 10, 'count', ({ validation }) => (validation.isHidden ? { hidden: t('output.hidden') } : validation.agree)),
    column('workbook.column.asked', 10, 'count', ({ validation }) => (validation.isHidden ? { hidden: t('output.hidden') } : validation.people)),
    column('workbook.column.agreeShare', 10, 'percent', ({ validation }, place) => {
      const row = place + 4;
      return validation.isHidden
        ? { hidden: t('output.hidden') }
        : { formula: `IF(AND(COUNT(D${row},E${row})=2,N(E${row})>0),D${row}/E${row},"")`, result: validation.agreeing ?? '' };
    }),
    column('workbook.column.note', 44, 'long-text', ({ validation }) => validation.note),
  ]);
}
