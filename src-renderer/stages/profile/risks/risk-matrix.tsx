import type { Risk } from '#shared/domain/findings.ts';
import type { RiskMeeting } from '#shared/domain/risk-meetings.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { LevelTag } from './level-tag.tsx';
import { RestrictedMark } from './restricted-part.tsx';
import classes from './risk-matrix.module.css';

export interface Pair {
  /** Of both, so that a drawer can tell one pair from another. */
  readonly id: string;
  readonly threat: Risk;
  readonly vulnerability: Risk;
  readonly meeting: RiskMeeting | null;
}

export const pairOf = (threat: Risk, vulnerability: Risk, meetings: readonly RiskMeeting[]): Pair => ({
  id: `${threat.id} ${vulnerability.id}`,
  threat,
  vulnerability,
  meeting: meetings.find((meeting) => meeting.threatId === threat.id && meeting.vulnerabilityId === vulnerability.id) ?? null,
});

/** Threats down the side, vulnerabilities across the top; a cell for each meeting of the two. */
export function RiskMatrix({
  threats,
  vulnerabilities,
  meetings,
  onOpen,
}: {
  threats: readonly Risk[];
  vulnerabilities: readonly Risk[];
  meetings: readonly RiskMeeting[];
  onOpen: (pairId: string) => void;
}) {
  const { t } = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by the keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={t('risks.matrix.title')}>
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('risks.matrix.title')}</caption>
        <thead>
          <tr>
            <td className={classes.corner}>
              <span>{t('risks.vulnerability.title')}</span>
              <span>{t('risks.threat.title')}</span>
            </td>
            {vulnerabilities.map((risk) => (
              <th key={risk.id} scope="col">
                <Title risk={risk} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {threats.map((threat) => (
            <tr key={threat.id}>
              <th scope="row">
                <Title risk={threat} />
                <small>{t(`risks.origin.${threat.origin}`)}</small>
              </th>
              {vulnerabilities.map((vulnerability) => (
                <td key={vulnerability.id}>
                  <Cell pair={pairOf(threat, vulnerability, meetings)} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Title({ risk }: { risk: Risk }) {
  const { t } = useTexts();
  return (
    <span className={classes.title}>
      <bdi>{risk.title || t('risks.untitled')}</bdi>
      {risk.isRestricted ? <RestrictedMark /> : null}
    </span>
  );
}

function Cell({ pair, onOpen }: { pair: Pair; onOpen: (pairId: string) => void }) {
  const { t } = useTexts();
  const { threat, vulnerability, meeting } = pair;
  const where = t('risks.matrix.cell', { threat: threat.title || t('risks.untitled'), vulnerability: vulnerability.title || t('risks.untitled') });
  return (
    <button type="button" className={classes.cell} data-level={meeting?.level ?? (meeting ? 'none' : 'empty')} onClick={() => onOpen(pair.id)}>
      <span className="visually-hidden">{where}</span>
      {meeting ? (
        <>
          <span className={classes.cellHead}>
            <LevelTag level={meeting.level} />
            {meeting.isRestricted || meeting.restrictedNote !== '' ? <RestrictedMark /> : null}
          </span>
          <Marks meeting={meeting} />
        </>
      ) : (
        <span className={classes.open}>{t('risks.matrix.open')}</span>
      )}
    </button>
  );
}

/** All three marks: a level never stands without what it was read from. */
function Marks({ meeting }: { meeting: RiskMeeting }) {
  const { t, formats } = useTexts();
  const marks = [
    [t('risks.matrix.exposure'), meeting.exposure],
    [t('risks.matrix.institutionShort'), meeting.institutionResilience],
    [t('risks.matrix.communityShort'), meeting.communityResilience],
  ] as const;
  return (
    <span className={classes.marks}>
      {marks.map(([label, mark]) => (
        <span key={label}>
          <small>{label}</small> <b>{formats.count(mark)}</b>
        </span>
      ))}
    </span>
  );
}
