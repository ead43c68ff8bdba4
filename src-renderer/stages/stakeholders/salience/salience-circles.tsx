import type { SalienceClass, Stakeholder, Standing } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './salience.module.css';

export interface SalienceItem {
  readonly stakeholder: Stakeholder;
  readonly standing: Standing;
}

/** Hundredths of the picture's width: the circles, and the middle and the width of each of the fields they make. */
const circles = { power: { x: 37, y: 33 }, legitimacy: { x: 63, y: 33 }, urgency: { x: 50, y: 56 } } as const;
const radius = 31;
const height = 90;
const regions: readonly { readonly name: SalienceClass; readonly x: number; readonly y: number; readonly width: number }[] = [
  { name: 'power', x: 19.5, y: 27, width: 22 },
  { name: 'power-legitimacy', x: 50, y: 15.5, width: 16 },
  { name: 'legitimacy', x: 80.5, y: 27, width: 22 },
  { name: 'power-urgency', x: 30, y: 52.5, width: 15 },
  { name: 'all-three', x: 50, y: 41, width: 20 },
  { name: 'legitimacy-urgency', x: 70, y: 52.5, width: 15 },
  { name: 'urgency', x: 50, y: 74.5, width: 28 },
];
/** Names that a field has room for. */
const shownNames = 2;

/** Three overlapping circles: who has power, legitimacy and urgency, and who has several of them. Each field is a button. */
export function SalienceCircles({
  items,
  chosen,
  onChoose,
}: {
  items: readonly SalienceItem[];
  chosen: SalienceClass | null;
  onChoose: (name: SalienceClass) => void;
}) {
  const { t, formats } = useTexts();
  const words = useStakeholderWords();
  const of = (name: SalienceClass) => items.filter(({ standing }) => standing.salience === name);
  const button = (name: SalienceClass, className: string | undefined, style: { insetInlineStart?: string; insetBlockStart?: string; inlineSize?: string }) => {
    const members = of(name);
    const names = members.map(({ stakeholder }) => stakeholder.name || t('register.nameless'));
    const rest = names.length - shownNames;
    return (
      <button
        key={name}
        type="button"
        className={className}
        style={style}
        data-empty={members.length === 0 || undefined}
        data-chosen={chosen === name || undefined}
        aria-pressed={chosen === name}
        title={names.join(', ')}
        onClick={() => onChoose(name)}
      >
        <span className={classes.fieldName}>{words.className(name)}</span>
        <span className={classes.number}>{formats.count(members.length)}</span>
        {names.slice(0, shownNames).map((one, place) => (
          <span key={members[place]?.standing.id} className={classes.member} dir="auto">
            {one}
          </span>
        ))}
        {rest > 0 ? <span className={classes.more}>{t('salience.more', { number: formats.count(rest) })}</span> : null}
      </button>
    );
  };
  return (
    <section className={classes.picture} aria-label={t('salience.picture')}>
      <div className={classes.circles}>
        <svg viewBox={`0 0 100 ${height}`} className={classes.drawing} aria-hidden>
          {Object.entries(circles).map(([name, { x, y }]) => (
            <circle key={name} cx={x} cy={y} r={radius} className={classes.ring} data-name={name} />
          ))}
        </svg>
        {regions.map(({ name, x, y, width }) =>
          button(name, classes.field, { insetInlineStart: `${x}%`, insetBlockStart: `${(y / height) * 100}%`, inlineSize: `${width}%` }),
        )}
      </div>
      <div className={classes.outside}>{(['none', 'on-the-line', 'not-rated'] as const).map((name) => button(name, classes.besides, {}))}</div>
    </section>
  );
}
