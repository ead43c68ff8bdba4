import type { ReportPart } from '#shared/domain/event-reports.ts';
import type { LogEntry, LogKind, Session } from '#shared/domain/workshops.ts';
import { createFormats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { partnershipTotals } from '#shared/methods/partnership-totals.ts';
import { listBallots } from '../ballots/ballots.ts';
import { resultCore } from '../ballots/results/result.ts';
import { listPriorities } from '../priorities/priorities.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listPartnerships } from '../stakeholders/partnerships/partnerships.ts';
import { listLog } from '../workshops/log.ts';
import { listSessions } from '../workshops/sessions.ts';
import { findWorkshop } from '../workshops/workshops.ts';

interface Source {
  readonly project: OpenProject;
  readonly workshopId: string;
  readonly language: string;
  readonly t: Translate;
  readonly sessions: readonly Session[];
  /** Oldest first. */
  readonly log: readonly LogEntry[];
}

/** The running text of a report in the words that the workshop itself left: to be shortened and set right by whoever writes the report. */
export function suggestTexts(project: OpenProject, workshopId: string, words: { language: string; t: Translate }): Partial<Record<ReportPart, string>> {
  const source: Source = { project, workshopId, ...words, sessions: listSessions(project, workshopId), log: listLog(project, workshopId).toReversed() };
  return {
    summary: summary(source),
    outline: outline(source),
    'issues-3': issues(source),
    recommendations: recommendations(source),
    partnerships: partnerships(source),
  };
}

function paragraphs(items: readonly string[]): string {
  return items
    .map((item) => item.trim())
    .filter(Boolean)
    .join('\n\n');
}

function worked({ sessions }: Source): Session[] {
  return sessions.filter(({ kind, title }) => kind === 'work' && title.trim() !== '');
}

function said({ log }: Source, ...kinds: LogKind[]): LogEntry[] {
  return log.filter(({ kind, text }) => kinds.includes(kind) && text.trim() !== '');
}

const sentence = (text: string): string => (/[.!?…؟。»”"]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const lines = (items: readonly string[]): string => items.map((item) => `– ${item}`).join('\n');

/** What the city is asked to do about safety, what the workshop was for, and what its items were to reach. */
function summary(source: Source): string {
  const { project, workshopId, t } = source;
  const workshop = findWorkshop(project, workshopId);
  const { mandate } = readCity(project);
  const objectives = worked(source).map(({ title, purpose }) => (purpose.trim() ? `${title}: ${sentence(purpose)}` : sentence(title)));
  return paragraphs([
    mandate.trim() ? `${t('eventReport.taken.background')} ${sentence(mandate)}` : '',
    workshop.purpose.trim() ? `${t('eventReport.taken.purpose')} ${sentence(workshop.purpose)}` : '',
    objectives.length > 0 ? `${t('eventReport.taken.objectives')}\n${lines(objectives)}` : '',
  ]);
}

/** Item by item what was noted, and what each closed ballot of the whole room put first. */
function outline(source: Source): string {
  const { t } = source;
  const items = worked(source).flatMap((session) => {
    const noted = source.log.filter((entry) => entry.sessionId === session.id && (entry.kind === 'note' || entry.kind === 'quote') && entry.text.trim() !== '');
    const words = [session.notes, ...noted.map(({ kind, text }) => (kind === 'quote' ? t('eventReport.taken.quote', { text: text.trim() }) : sentence(text)))];
    const found = words.map((each) => each.trim()).filter(Boolean);
    return found.length > 0 ? [`${session.title}. ${found.join(' ')}`] : [];
  });
  return paragraphs([...items, ...ballotLines(source)]);
}

function ballotLines({ project, workshopId, t, language }: Source): string[] {
  const formats = createFormats(language);
  return listBallots(project, workshopId)
    .filter(({ state, kind }) => state === 'closed' && kind !== 'statement' && kind !== 'quiz')
    .flatMap((ballot) => {
      const { totals, figures, smallest } = resultCore(project, ballot.id);
      const names = new Map(ballot.options.map(({ id, text }) => [id, text]));
      const ranked = figures.filter(({ rank, facet }) => rank !== null && facet === '').toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
      const leading = ranked.slice(0, 3).map(({ optionId }) => names.get(optionId) ?? '');
      if (totals.people < smallest || leading.length === 0) return [];
      return [t('eventReport.taken.ballot', { question: sentence(ballot.question), count: formats.count(totals.people), names: leading.join('; ') })];
    });
}

/** What was parked and has not been dropped, and what was chosen as a priority. */
function issues(source: Source): string {
  const { project, t } = source;
  const parked = said(source, 'parking').filter(({ status }) => status !== 'dropped');
  const chosen = listPriorities(project).filter(({ isChosen }) => isChosen);
  return paragraphs([
    chosen.length > 0
      ? `${t('eventReport.taken.priorities')}\n${lines(chosen.map(({ title, reason }) => (reason.trim() ? `${title}: ${reason}` : title)))}`
      : '',
    parked.length > 0 ? `${t('eventReport.taken.parked')}\n${lines(parked.map(({ text }) => text))}` : '',
  ]);
}

function recommendations(source: Source): string {
  const { t, language } = source;
  const formats = createFormats(language);
  const promised = said(source, 'commitment').map(({ text, responsible, dueOn }) =>
    [text, responsible, dueOn ? t('eventReport.taken.by', { day: formats.day(dueOn) }) : ''].filter(Boolean).join(' – '),
  );
  return paragraphs([
    lines(said(source, 'decision').map(({ text }) => sentence(text))),
    promised.length > 0 ? `${t('eventReport.taken.commitments')}\n${lines(promised)}` : '',
  ]);
}

/** Agreements signed or promised, and how many pledges of how much: never added across currencies. */
function partnerships({ project, t, language }: Source): string {
  const formats = createFormats(language);
  const all = listPartnerships(project);
  const standing = all.filter(({ status }) => status !== 'ended');
  const pledged = all.filter(({ pledge, pledgeAmount }) => pledge.trim() !== '' || pledgeAmount !== null).length;
  const sums = partnershipTotals(all).money.flatMap(({ pledged: sum, currency }) => (sum === null ? [] : [formats.money(sum, currency)]));
  return paragraphs([
    lines(
      standing.map(({ name, kind, status }) =>
        t('eventReport.taken.partnership', { name, kind: t(`partnershipKind.${kind}`), status: t(`partnershipStatus.${status}`) }),
      ),
    ),
    pledged === 0
      ? ''
      : [t('eventReport.taken.pledges', { count: pledged }), sums.length > 0 ? t('eventReport.taken.pledgedSum', { sums: sums.join('; ') }) : '']
          .join(' ')
          .trim(),
  ]);
}
