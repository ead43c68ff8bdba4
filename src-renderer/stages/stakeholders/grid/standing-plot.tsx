import { type CSSProperties, useMemo, useRef } from 'react';
import { quadrants, type Stakeholder, type Standing } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import { highestScore, lowestScore } from './grid-moves.ts';
import { layOut, neededHeight, plotScale } from './plot-layout.ts';
import { PowerInterestFrame, QuadrantWords, quadrantGround } from './power-interest-frame.tsx';
import classes from './standing-plot.module.css';
import { useRemBox } from './use-rem-box.ts';

/** One body on the field: where it stands, and where it stood before. */
export interface PlotItem {
  readonly stakeholder: Stakeholder;
  readonly standing: Standing;
  readonly before?: Standing;
}

const scores = Array.from({ length: highestScore - lowestScore + 1 }, (_value, place) => place + lowestScore);

/**
 * The field of power and interest with every body at its medians: a circle, or a diamond where it speaks for residents, with the number of raters
 * in it; thin lines from the first to the third quartile; hollow while it stands on the line. With `before`, an arrow from there.
 */
export function StandingPlot({
  items,
  chosen,
  onChoose,
  label,
}: {
  items: readonly PlotItem[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
  label: string;
}) {
  const { t, formats, direction } = useTexts();
  const words = useStakeholderWords();
  const field = useRef<HTMLDivElement>(null);
  const box = useRemBox(field);
  const rated = useMemo(
    () =>
      items.flatMap((item) => {
        const { power, interest } = item.standing.spread;
        return power.median === null || interest.median === null ? [] : [{ item, id: item.standing.id, power: power.median, interest: interest.median }];
      }),
    [items],
  );
  const placed = useMemo(() => (box ? new Map(layOut(rated, box).map((point) => [point.id, point])) : null), [rated, box]);
  const scale = box ? plotScale(box) : null;
  const short = (value: number | null) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);

  const wordsOf = ({ stakeholder, standing, before }: PlotItem) => {
    const { power, interest } = standing.spread;
    const name = stakeholder.name || t('register.nameless');
    const now = t('plot.mark', {
      name,
      power: short(power.median),
      interest: short(interest.median),
      powerLow: short(power.q1),
      powerHigh: short(power.q3),
      interestLow: short(interest.q1),
      interestHigh: short(interest.q3),
      raters: formats.count(standing.raterCount),
      place: words.placeName(standing.gridPlace),
    });
    if (!before || before.spread.power.median === null || before.spread.interest.median === null) return now;
    return `${now} ${t('plot.before', { power: short(before.spread.power.median), interest: short(before.spread.interest.median) })}`;
  };

  return (
    <PowerInterestFrame label={label} className={classes.board}>
      <div ref={field} className={classes.field} style={{ minBlockSize: `${neededHeight(rated)}rem` }}>
        {scale && box ? (
          <>
            {quadrants.map((quadrant) => {
              const isHigh = quadrant === 'work-closely' || quadrant === 'keep-satisfied';
              const isKeen = quadrant === 'work-closely' || quadrant === 'protect-and-inform';
              const style: CSSProperties = {
                insetInlineStart: isKeen ? scale.x(3) : 0,
                inlineSize: isKeen ? box.width - scale.x(3) : scale.x(3),
                insetBlockStart: isHigh ? 0 : scale.y(3),
                blockSize: isHigh ? scale.y(3) : box.height - scale.y(3),
              };
              return (
                <div key={quadrant} className={`${classes.quadrant} ${quadrantGround}`} data-place={quadrant} data-low={isHigh ? undefined : ''} style={style}>
                  <QuadrantWords quadrant={quadrant} />
                </div>
              );
            })}
            {scores.map((score) => (
              <span key={`p${score}`} className={classes.powerScore} style={{ insetBlockStart: scale.y(score) }} aria-hidden>
                {formats.count(score)}
              </span>
            ))}
            {scores.map((score) => (
              <span key={`i${score}`} className={classes.interestScore} style={{ insetInlineStart: scale.x(score) }} aria-hidden>
                {formats.count(score)}
              </span>
            ))}
            <svg
              className={classes.lines}
              width={box.width}
              height={box.height}
              style={direction === 'rtl' ? { transform: 'scaleX(-1)' } : undefined}
              aria-hidden
            >
              <defs>
                <marker id="plot-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                  <path d="M0 0.5 L8 4 L0 7.5 Z" className={classes.arrowHead} />
                </marker>
              </defs>
              <line className={classes.middle} x1={scale.x(3)} x2={scale.x(3)} y1={0} y2={box.height} />
              <line className={classes.middle} x1={0} x2={box.width} y1={scale.y(3)} y2={scale.y(3)} />
              {rated.map(({ id, item: { standing, before } }, place) => {
                const at = placed?.get(id);
                if (!at) return null;
                const { power, interest } = standing.spread;
                const shift = ((place % 3) - 1) * 3;
                const from = before?.spread.power.median != null && before.spread.interest.median != null ? before.spread : null;
                return (
                  <g key={id} className={classes.spread} data-chosen={chosen === id || undefined} data-quiet={(chosen !== null && chosen !== id) || undefined}>
                    {chosen === id && !before ? (
                      <rect
                        className={classes.range}
                        x={scale.x(interest.q1 ?? 0) - 4}
                        width={scale.x(interest.q3 ?? 0) - scale.x(interest.q1 ?? 0) + 8}
                        y={scale.y(power.q3 ?? 0) - 4}
                        height={scale.y(power.q1 ?? 0) - scale.y(power.q3 ?? 0) + 8}
                        rx={6}
                      />
                    ) : null}
                    {before ? null : (
                      <>
                        <line x1={scale.x(interest.q1 ?? 0)} x2={scale.x(interest.q3 ?? 0)} y1={at.markY} y2={at.markY} />
                        <line x1={at.x + shift} x2={at.x + shift} y1={scale.y(power.q1 ?? 0)} y2={scale.y(power.q3 ?? 0)} />
                      </>
                    )}
                    {Math.abs(at.markY - at.y) > 2 ? <line className={classes.leader} x1={at.x} x2={at.x} y1={at.y} y2={at.markY} /> : null}
                    {from ? (
                      <Arrow
                        from={{ x: scale.x(from.interest.median ?? 0), y: scale.y(from.power.median ?? 0) }}
                        to={{ x: at.x, y: at.markY }}
                        gap={0.85 * box.rem}
                      />
                    ) : null}
                  </g>
                );
              })}
            </svg>
            {rated.map(({ id, item }) => {
              const at = placed?.get(id);
              if (!at) return null;
              return (
                <button
                  key={id}
                  type="button"
                  className={classes.mark}
                  data-chosen={chosen === id || undefined}
                  data-quiet={(chosen !== null && chosen !== id) || undefined}
                  data-line={item.standing.gridPlace === 'on-the-line' || undefined}
                  data-residents={item.stakeholder.represents.length > 0 || undefined}
                  style={{ insetInlineStart: at.x, insetBlockStart: at.markY }}
                  aria-pressed={chosen === id}
                  aria-label={wordsOf(item)}
                  title={wordsOf(item)}
                  onClick={() => onChoose(chosen === id ? null : id)}
                >
                  <span className={classes.shape}>
                    {/* Drawn by the style sheet: the button's name says it in words. */}
                    <span data-count={formats.count(item.standing.raterCount)} />
                  </span>
                  <span className={classes.name} style={{ maxInlineSize: at.labelWidth }} dir="auto">
                    {item.stakeholder.name || t('register.nameless')}
                  </span>
                </button>
              );
            })}
          </>
        ) : null}
      </div>
    </PowerInterestFrame>
  );
}

/** From where it stood to the edge of its mark; nothing where the two are one. */
function Arrow({ from, to, gap }: { from: { x: number; y: number }; to: { x: number; y: number }; gap: number }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= gap * 1.3) return null;
  const end = { x: to.x - ((to.x - from.x) / length) * gap, y: to.y - ((to.y - from.y) / length) * gap };
  return (
    <>
      <circle className={classes.origin} cx={from.x} cy={from.y} r={gap / 3} />
      <line className={classes.arrow} x1={from.x} y1={from.y} x2={end.x} y2={end.y} markerEnd="url(#plot-arrow)" />
    </>
  );
}
