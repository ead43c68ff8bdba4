import { useTexts } from '../../../app/texts/texts-provider.tsx';

const width = 72;
const height = 22;
const edge = 3;

/** Up to ten years as a small line without axes, interrupted at breaks; its numbers stand on the indicator's own page. */
export function Spark({ points, label }: { points: readonly { year: number; value: number; isBreak: boolean }[]; label: string }) {
  const { direction } = useTexts();
  const last = points.slice(-10);
  // Points that stand alone between breaks make no line.
  if (!last.some((point, place) => place > 0 && !point.isBreak)) return null;
  const first = last[0]?.year ?? 0;
  const span = Math.max(1, (last.at(-1)?.year ?? 0) - first);
  const top = Math.max(...last.map((point) => point.value));
  const x = (year: number) => {
    const along = edge + ((year - first) / span) * (width - 2 * edge);
    return direction === 'rtl' ? width - along : along;
  };
  const y = (value: number) => height - edge - (top > 0 ? value / top : 0) * (height - 2 * edge);
  const path = last.map((point, place) => `${place === 0 || point.isBreak ? 'M' : 'L'}${x(point.year).toFixed(1)} ${y(point.value).toFixed(1)}`).join(' ');
  const end = last.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="var(--data-1)" strokeWidth="1.6" />
      {end ? <circle cx={x(end.year)} cy={y(end.value)} r="2.4" fill="var(--data-1)" /> : null}
    </svg>
  );
}
