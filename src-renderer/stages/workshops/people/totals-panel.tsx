import { attendanceTotals, type TotalLine, totalKinds } from '#shared/methods/attendance-totals.ts';
import { useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import classes from './people.module.css';
import type { PeopleProps } from './people-props.ts';
import { usePeopleWords } from './use-people-words.ts';

/** How many people there were, and who they said they are. On the projector small numbers are hidden. */
export function TotalsPanel({ workshop, participants, days }: PeopleProps) {
  const { t, formats } = useTexts();
  const words = usePeopleWords();
  const threshold = useProject()?.city.smallNumberThreshold ?? 5;
  const smallest = workshop.smallestGroup ?? threshold;
  const present = Array.from({ length: days }, (_, index) => index + 1).map((day) => ({
    day,
    count: participants.filter(({ presentDays }) => presentDays.includes(day)).length,
  }));
  const hours = participants.flatMap(({ presentHours }) => presentHours ?? []);
  return (
    <>
      <StatRow>
        <Stat value={formats.count(participants.length)} label={t('totals.people')} />
        {present.map(({ day, count }) => (
          <Stat key={day} value={formats.count(count)} label={days > 1 ? t('totals.presentDay', { day }) : t('totals.present')} />
        ))}
        {workshop.kind === 'training' ? (
          <>
            <Stat value={formats.count(participants.filter(({ completed }) => completed).length)} label={t('totals.completed')} />
            <Stat
              value={
                hours.length > 0
                  ? formats.decimal(
                      hours.reduce((sum, each) => sum + each, 0),
                      0,
                    )
                  : '–'
              }
              label={t('totals.hours')}
            />
          </>
        ) : null}
      </StatRow>
      <Panel title={t('totals.title')} note={words.hidesNames ? t('totals.hidden', { smallest: formats.count(smallest) }) : t('totals.note')}>
        <div className={classes.totals}>
          {totalKinds.map((kind) => {
            const lines = attendanceTotals(participants, kind, words.hidesNames ? smallest : null);
            return lines.some(({ value }) => value !== '') ? (
              <Total key={kind} title={words.kindOf(kind)} lines={lines} all={participants.length} nameOf={(value) => words.wordsOf(kind, value)} />
            ) : null;
          })}
        </div>
      </Panel>
    </>
  );
}

function Total({ title, lines, all, nameOf }: { title: string; lines: readonly TotalLine[]; all: number; nameOf: (value: string) => string }) {
  const { t, formats } = useTexts();
  return (
    <table className={classes.total}>
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ value, count }) => (
          <tr key={value}>
            <th scope="row">
              <bdi>{nameOf(value)}</bdi>
            </th>
            <td>
              <span className={classes.share} style={{ inlineSize: `${((count ?? 0) / Math.max(1, all)) * 100}%` }} aria-hidden />
            </td>
            <td>{count === null ? <span title={t('totals.isHidden')}>{t('totals.few')}</span> : formats.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
