import { chartFont, type FigureContext } from './figure.ts';

/** The lying axis of an upright figure: one name a place, in the direction of writing. */
export function namedAxis(context: FigureContext, nameAt: (index: number) => string) {
  const { style } = context;
  return {
    reverse: context.direction === 'rtl',
    grid: { display: false },
    border: { color: style.muted },
    ticks: {
      ...axisWords(context),
      autoSkip: false,
      maxRotation: 0,
      callback: (_value: string | number, index: number) => nameAt(index),
    },
  };
}

/** The standing axis of an upright figure: amounts from zero, beside the first place in the direction of writing. */
export function amountAxis(
  context: FigureContext,
  { upTo, mostTicks, write, isWhole = false }: { upTo: number; mostTicks: number; write: (value: number) => string; isWhole?: boolean },
) {
  return {
    position: context.direction === 'rtl' ? ('right' as const) : ('left' as const),
    beginAtZero: true,
    suggestedMax: upTo,
    border: { display: false },
    grid: { color: context.style.rule, lineWidth: 0.6, drawTicks: false },
    ticks: {
      ...axisWords(context),
      padding: 6,
      maxTicksLimit: mostTicks,
      ...(isWhole ? { precision: 0 } : {}),
      callback: (value: string | number) => write(Number(value)),
    },
  };
}

/** How words and numbers of an axis look. */
export function axisWords({ style }: FigureContext) {
  return { color: style.muted, font: chartFont(style, { size: style.fontSize * 0.95 }) };
}
