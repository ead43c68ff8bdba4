import { createHash } from 'node:crypto';
import type { Annex, LogoPicture } from '#shared/domain/identity.ts';
import { documentColours } from '#shared/methods/document-colours.ts';
import type { ExportContext } from '../export-context.ts';
import type { Block, Logo, Report, ReportLook, Section } from './report-document.ts';
import { withWholeLinks } from './report-links.ts';

/** What was chosen for this output, laid over what its writer wrote: chapters and their order, annexes, signatures, the city's look. */
export function finishReport(report: Report, context: ExportContext): Report {
  const { options } = context;
  const { document } = report;
  // A page or two has no room for more than itself.
  const isWhole = (document.layout ?? 'report') === 'report';
  const marks = logosOf(options.logos);
  const sections = [...chosen(document.sections, options.chapters), ...signatures(report, context), ...(isWhole ? annexes(options.annexes, context) : [])];
  const imprint = options.identity.imprint.trim();
  const last: Section[] =
    imprint && (document.layout ?? 'report') === 'report'
      ? [{ title: '', lead: '', startsPage: false, blocks: [{ kind: 'note', title: '', text: imprint }] }]
      : [];
  return withWholeLinks({
    ...report,
    document: { ...document, sections: [...sections, ...last], look: lookOf(context, marks.logos) },
    images: new Map([...report.images, ...marks.images]),
    photographs: new Map([...(report.photographs ?? []), ...marks.photographs]),
  });
}

function lookOf({ options }: Pick<ExportContext, 'options'>, logos: readonly Logo[]): ReportLook {
  return { ...documentColours(options.identity), logos };
}

/** The chapters wanted, in their order; parts without a code, and those of a written text, stay in front of them or behind them, as they are. */
function chosen(sections: readonly Section[], codes: readonly string[] | null): readonly Section[] {
  if (codes === null) return sections;
  const groups: { code: string | null; sections: Section[] }[] = [];
  for (const section of sections) {
    const isPart = section.level === 2 && groups.length > 0;
    if (isPart) groups.at(-1)?.sections.push(section);
    else groups.push({ code: section.code?.startsWith('draft.') ? null : (section.code ?? null), sections: [section] });
  }
  const wanted = codes.flatMap((code) => groups.filter((group) => group.code === code));
  const firstNamed = groups.findIndex((group) => group.code !== null);
  const fixed = groups.map((group, place) => ({ ...group, isBefore: place < firstNamed })).filter((group) => group.code === null);
  return [...fixed.filter(({ isBefore }) => isBefore), ...wanted, ...fixed.filter(({ isBefore }) => !isBefore)].flatMap((group) => group.sections);
}

/** Where a document has a place for signatures already, it is not signed twice. */
function signatures({ document }: Report, { t, options }: ExportContext): Section[] {
  if (options.signatories.length === 0 || (document.layout ?? 'report') !== 'report') return [];
  if (document.sections.some((section) => section.blocks.some((block) => block.kind === 'signatures'))) return [];
  return [{ title: t('report.signatures.title'), lead: '', startsPage: false, blocks: [signatureBlock(options.signatories, t('report.signatures.date'))] }];
}

function signatureBlock(items: ExportContext['options']['signatories'], dateLabel: string): Block {
  return { kind: 'signatures', items: items.map(({ name, title, body }) => ({ name, title, body })), dateLabel };
}

function annexes(list: readonly Annex[], { t, formats }: ExportContext): Section[] {
  return list.map((annex, place) => ({
    title: t('report.annex.title', { number: formats.count(place + 1), title: annex.title }),
    lead: '',
    startsPage: place === 0,
    anchor: `annex-${annex.id}`,
    blocks: plainBlocks(annex.text),
  }));
}

/** Typed text: an empty line ends a paragraph, lines that begin with a dash or a dot are a list, a line that begins with «#» is a heading. */
function plainBlocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part): Block[] => {
      const lines = part.split('\n').map((line) => line.trim());
      if (lines.every((line) => /^[-–•*]\s+/.test(line))) return [{ kind: 'bullets', items: lines.map((line) => line.replace(/^[-–•*]\s+/, '')) }];
      if (lines.length === 1 && /^#+\s+/.test(part)) return [{ kind: 'heading', text: part.replace(/^#+\s+/, '') }];
      return [{ kind: 'text', text: lines.join(' ') }];
    });
}

/** Logos as pictures of a report, named by their content: the same bytes whatever the city calls them. */
function logosOf(pictures: readonly LogoPicture[]) {
  const images = new Map<string, string>();
  const photographs = new Map<string, Uint8Array>();
  const logos = pictures.map((picture): Logo => {
    const name = `logo-${createHash('sha256').update(picture.bytes).digest('hex').slice(0, 12)}`;
    const image = `${name}.${{ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }[picture.type]}`;
    if (picture.type === 'image/svg+xml') images.set(image, new TextDecoder().decode(picture.bytes));
    else photographs.set(image, picture.bytes);
    return { image, alt: picture.name, ratio: picture.width / picture.height };
  });
  return { logos, images, photographs };
}
