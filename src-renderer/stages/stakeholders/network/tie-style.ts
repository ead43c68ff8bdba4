import type { TieKind } from '#shared/domain/network.ts';

/** How a kind of tie is drawn: colour, dashes and width, so that colour alone never tells it. */
export const tieStyles: Readonly<Record<TieKind, { readonly colour: string; readonly dash: string; readonly width: number }>> = {
  funds: { colour: 'var(--data-6)', dash: '', width: 2 },
  commands: { colour: 'var(--data-3)', dash: '', width: 4 },
  informs: { colour: 'var(--data-7)', dash: '8 6', width: 2 },
  blocks: { colour: 'var(--danger)', dash: '2 5', width: 3 },
};
