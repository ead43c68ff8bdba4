import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { quadrants, type Stakeholder } from '#shared/domain/stakeholders.ts';
import { gridPlaceOf } from '#shared/methods/power-interest.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { gridScores, useScores } from '../use-scores.ts';
import { useStakeholderWords } from '../use-stakeholders.ts';
import { highestScore, lowestScore, moveByKey } from './grid-moves.ts';
import classes from './power-interest-board.module.css';
import { PowerInterestFrame, QuadrantWords, quadrantGround } from './power-interest-frame.tsx';
import { useChipDrag } from './use-chip-drag.ts';

const scores = Array.from({ length: highestScore }, (_, index) => index + lowestScore);
const powersDown = [...scores].reverse();
const tray = 'tray';

/** The field of 5 × 5 scores with its four named quarters, and the tray of those who have no place yet. */
export function PowerInterestBoard({ stakeholders }: { stakeholders: readonly Stakeholder[] }) {
  const { t, direction, formats } = useTexts();
  const words = useStakeholderWords();
  const { scoresOf: givenScores, place } = useScores(stakeholders);
  const scoresOf = (stakeholder: Stakeholder) => gridScores(givenScores(stakeholder));
  const [said, setSaid] = useState('');
  const nameOf = (stakeholder: Stakeholder) => stakeholder.name || t('register.nameless');

  const settle = (stakeholder: Stakeholder, power: number | null, interest: number | null) => {
    place(stakeholder.id, { power, interest });
    const name = nameOf(stakeholder);
    setSaid(
      power === null || interest === null
        ? t('grid.said.unrated', { name })
        : t('grid.said.placed', { name, power, interest, place: words.placeName(gridPlaceOf(power, interest)) }),
    );
  };
  const find = (id: string) => stakeholders.find((stakeholder) => stakeholder.id === id);
  const { drag, handlers } = useChipDrag((id, target) => {
    const stakeholder = find(id);
    if (!stakeholder) return;
    if (target === tray) settle(stakeholder, null, null);
    else {
      const [power = 0, interest = 0] = target.split(' ').map(Number);
      settle(stakeholder, power, interest);
    }
  });

  // A chip that was moved by keyboard is drawn anew in another cell: the focus follows it.
  const follow = useRef<string | null>(null);
  useEffect(() => {
    if (follow.current) document.getElementById(chipId(follow.current))?.focus();
    follow.current = null;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, stakeholder: Stakeholder) => {
    const cell = moveByKey(event.key, scoresOf(stakeholder), direction);
    if (cell) settle(stakeholder, cell.power, cell.interest);
    else if (event.key === 'Delete' || event.key === 'Backspace') settle(stakeholder, null, null);
    else return;
    follow.current = stakeholder.id;
    event.preventDefault();
  };

  const chip = (stakeholder: Stakeholder) => {
    const { power, interest } = scoresOf(stakeholder);
    const name = nameOf(stakeholder);
    const where = power === null || interest === null ? words.placeName('not-rated') : t('grid.chip.scores', { power, interest });
    return (
      <button
        key={stakeholder.id}
        id={chipId(stakeholder.id)}
        type="button"
        className={classes.chip}
        data-lifted={drag?.id === stakeholder.id || undefined}
        data-residents={stakeholder.represents.length > 0 || undefined}
        aria-label={`${name}. ${where}`}
        aria-describedby="grid-keys"
        title={stakeholder.represents.length > 0 ? `${name}: ${words.groupNames(stakeholder.represents)}` : name}
        onKeyDown={(event) => onKeyDown(event, stakeholder)}
        {...handlers(stakeholder.id)}
      >
        <span dir="auto">{name}</span>
      </button>
    );
  };
  const unrated = stakeholders.filter((stakeholder) => scoresOf(stakeholder).power === null);
  const lifted = drag ? find(drag.id) : undefined;

  return (
    <div className={classes.layout} data-settled={unrated.length === 0 || undefined}>
      <PowerInterestFrame label={t('section.grid')} className={classes.board}>
        <div className={classes.field}>
          <div className={classes.ground} />
          {quadrants.map((quadrant) => (
            <div key={quadrant} className={`${classes.quadrant} ${quadrantGround}`} data-place={quadrant} />
          ))}
          {quadrants.map((quadrant) => (
            <div key={quadrant} className={classes.quadrantName} data-place={quadrant}>
              <QuadrantWords quadrant={quadrant} />
            </div>
          ))}
          {powersDown.map((power) => (
            <span key={power} className={classes.powerScore} style={{ gridRow: highestScore - power + 2 }} aria-hidden>
              {formats.count(power)}
            </span>
          ))}
          {scores.map((interest) => (
            <span key={interest} className={classes.interestScore} style={{ gridColumn: interest + 1 }} aria-hidden>
              {formats.count(interest)}
            </span>
          ))}
          {powersDown.map((power) =>
            scores.map((interest) => {
              const target = `${power} ${interest}`;
              const here = stakeholders.filter((stakeholder) => {
                const shown = scoresOf(stakeholder);
                return shown.power === power && shown.interest === interest;
              });
              return (
                <div
                  key={target}
                  className={classes.cell}
                  data-drop={target}
                  data-over={drag?.over === target || undefined}
                  style={{ gridRow: highestScore - power + 2, gridColumn: interest + 1 }}
                >
                  {here.map(chip)}
                </div>
              );
            }),
          )}
        </div>
      </PowerInterestFrame>
      <section className={classes.tray} data-drop={tray} data-over={drag?.over === tray || undefined} aria-label={t('grid.tray.title')}>
        <h2>{t('grid.tray.title')}</h2>
        <p>{unrated.length > 0 ? t('grid.tray.note') : t('grid.tray.empty')}</p>
        <div className={classes.trayChips}>{unrated.map(chip)}</div>
        <p id="grid-keys" className={classes.keys}>
          {t('grid.keys')}
        </p>
      </section>
      {drag && lifted ? (
        <div className={`${classes.chip} ${classes.ghost}`} style={{ left: drag.x, top: drag.y }} aria-hidden>
          <span dir="auto">{nameOf(lifted)}</span>
        </div>
      ) : null}
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </div>
  );
}

function chipId(id: string): string {
  return `chip-${id}`;
}
