import { type BallotKind, ballotKinds } from '#shared/domain/ballots.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { kindIcons } from './ballot-draft.ts';
import classes from './ballots.module.css';

/** The kinds of ballot, each with what it is and when it helps. */
export function KindCards({ onChoose }: { onChoose: (kind: BallotKind) => void }) {
  const { t } = useTexts();
  return (
    <div className={classes.kinds}>
      {ballotKinds.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <button key={kind} type="button" className={classes.kind} onClick={() => onChoose(kind)}>
            <Icon size="1.75rem" stroke={1.4} aria-hidden />
            <strong>{t(`ballots.kind.${kind}`)}</strong>
            <span>{t(`ballots.kind.${kind}.what`)}</span>
            <em>{t(`ballots.kind.${kind}.when`)}</em>
          </button>
        );
      })}
    </div>
  );
}
