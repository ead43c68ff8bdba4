import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { FollowedIndicator } from '#shared/domain/follow-up.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';
import { Mark } from '../mark.tsx';
import { useDateWords } from '../use-date-words.ts';
import { paceLooks } from './pace.ts';
import { TargetDetails } from './target-details.tsx';
import { WayTrack } from './way-track.tsx';

/** One indicator of the plan: the way gone, how that stands, and folded open its values. */
export function TargetRow({
  followed,
  name,
  unit,
  isOpen,
  onToggle,
}: {
  followed: FollowedIndicator;
  name: string;
  unit: string;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { t, formats } = useTexts();
  const day = useDateWords();
  const { pace, share, gap, actual, isAgainstDirection } = followed;
  const look = paceLooks[pace];
  const panelId = `target-${followed.objectId}`;
  return (
    <li>
      <div className={classes.target}>
        <div>
          <p className={classes.objective}>{t(followed.objectKind === 'objective' ? 'history.type.objective' : 'history.type.measure')}</p>
          <h3 dir="auto">{followed.title || t('policy.untitled')}</h3>
          <div className={classes.soft}>
            <bdi>{name}</bdi>
            {unit ? <> · {unit}</> : null}
          </div>
        </div>
        <WayTrack followed={followed} />
        <div className={classes.end}>
          <Mark tone={look.tone} icon={look.icon}>
            {t(`pace.${pace}`)}
          </Mark>
          <span className={classes.soft}>
            {gap ? t(`progressGap.${gap}`) : t('followUp.shareOn', { share: formats.percent(share).replace('-', '−'), on: day(actual?.on ?? null) })}
            {isAgainstDirection ? <> · {t('followUp.againstDirection')}</> : null}
          </span>
          <button type="button" className={classes.open} aria-expanded={isOpen} aria-controls={panelId} onClick={onToggle}>
            {t('followUp.values')} {isOpen ? <IconChevronUp size="1rem" aria-hidden /> : <IconChevronDown size="1rem" aria-hidden />}
            <span className="visually-hidden">: {followed.title}</span>
          </button>
        </div>
      </div>
      <div id={panelId}>{isOpen ? <TargetDetails followed={followed} name={name} /> : null}</div>
    </li>
  );
}
