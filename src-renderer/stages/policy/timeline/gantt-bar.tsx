import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import type { MonthSpan } from '#shared/methods/costs-by-year.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './gantt.module.css';
import { type Grip, movedSpan } from './plan-months.ts';

/** A pause after which what the keys moved is kept, in milliseconds. */
const keyPauseMs = 700;

/** One measure's time as a bar: dragged or moved by keys, month by month; kept when it is let go. */
export function GanttBar({
  measure,
  span,
  firstMonth,
  months,
  onMove,
}: {
  measure: Measure;
  span: MonthSpan;
  firstMonth: number;
  /** Months in the whole picture. */
  months: number;
  onMove: (span: MonthSpan) => void;
}) {
  const { t, formats, direction } = useTexts();
  const [moved, setMoved] = useState<MonthSpan | null>(null);
  const drag = useRef<{ x: number; grip: Grip; monthWidth: number; from: MonthSpan } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<MonthSpan | null>(null);
  const shown = moved ?? span;
  const words = (at: MonthSpan) => `${monthWords(formats, at.first)} – ${monthWords(formats, at.last)}`;
  const show = (next: MonthSpan | null) => {
    latest.current = next;
    setMoved(next);
  };

  // The bar stays where it was put until the plan says the same.
  useEffect(() => {
    if (moved && span.first === moved.first && span.last === moved.last && !drag.current) setMoved(null);
  }, [span, moved]);
  const keep = () => {
    clearTimeout(timer.current);
    const next = latest.current;
    latest.current = null;
    if (!next) return;
    if (next.first === span.first && next.last === span.last) setMoved(null);
    else onMove(next);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    const grip = ((event.target as HTMLElement).dataset.edge as Grip | undefined) ?? 'move';
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 1;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, grip, monthWidth: width / months, from: shown };
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    const held = drag.current;
    if (!held) return;
    const by = Math.round(((event.clientX - held.x) / held.monthWidth) * (direction === 'rtl' ? -1 : 1));
    show(movedSpan(held.from, held.grip, by));
  };
  const onPointerUp = () => {
    if (!drag.current) return;
    drag.current = null;
    keep();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Escape' && moved) {
      clearTimeout(timer.current);
      show(null);
      return;
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const by = (event.key === 'ArrowRight') === (direction !== 'rtl') ? 1 : -1;
    const grip: Grip = event.shiftKey ? 'end' : event.altKey ? 'start' : 'move';
    show(movedSpan(shown, grip, by));
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, keyPauseMs);
  };
  const status = measure.status ? `, ${t(`measureStatus.${measure.status}`)}` : '';
  return (
    <button
      type="button"
      className={classes.bar}
      style={{
        insetInlineStart: `${((shown.first - firstMonth) / months) * 100}%`,
        inlineSize: `${((shown.last - shown.first + 1) / months) * 100}%`,
      }}
      data-status={measure.status ?? undefined}
      data-is-moving={moved !== null || undefined}
      aria-label={t('timeline.bar', { title: measure.title || t('policy.untitledMeasure'), period: words(shown) }) + status}
      aria-describedby="timeline-keys"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        show(null);
      }}
      onKeyDown={onKeyDown}
      onBlur={keep}
    >
      <span className={classes.edge} data-edge="start" />
      {words(shown)}
      <span className={classes.edge} data-edge="end" />
    </button>
  );
}

function monthWords(formats: ReturnType<typeof useTexts>['formats'], month: number): string {
  return `${formats.monthName((month % 12) + 1)} ${Math.floor(month / 12)}`;
}
