import { bodySize } from './arrange.ts';

interface Corner {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** A tie's line between the edges of two bodies, bent so that several ties of one pair lie side by side; `bend` 0 is the straight one. */
export interface TieLine {
  readonly path: string;
  /** The middle of the line, where its word stands. */
  readonly middle: Corner;
}

const bendStep = 34;
const fullSize = { from: bodySize, to: bodySize } as const;

/** `drawn`: how large the two bodies are drawn around their middles, where that is not their full size. */
export function tieLine(from: Corner, to: Corner, bend: number, drawn: { readonly from: Box; readonly to: Box } = fullSize): TieLine {
  const [start, end] = [middleOf(from), middleOf(to)];
  const length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y));
  // Always seen from the one who acts: there and back bend to different sides.
  const normal = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
  const control = { x: (start.x + end.x) / 2 + normal.x * bend * bendStep * 2, y: (start.y + end.y) / 2 + normal.y * bend * bendStep * 2 };
  const [a, b] = [edgeOf(start, control, drawn.from, 0), edgeOf(end, control, drawn.to, 7)];
  return {
    path: `M ${round(a.x)} ${round(a.y)} Q ${round(control.x)} ${round(control.y)} ${round(b.x)} ${round(b.y)}`,
    middle: { x: round((a.x + 2 * control.x + b.x) / 4), y: round((a.y + 2 * control.y + b.y) / 4) },
  };
}

/** How much each tie of a pair bends, so that no two lie on one another: the pair in both directions shares the space. */
export function bends(ties: readonly { readonly id: string; readonly fromId: string; readonly toId: string }[]): Map<string, number> {
  const bundles = new Map<string, { id: string; isForth: boolean }[]>();
  for (const { id, fromId, toId } of ties) {
    const key = [fromId, toId].sort().join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), { id, isForth: fromId < toId }]);
  }
  const bent = [...bundles.values()].flatMap((bundle) =>
    bundle.map(({ id, isForth }, index): [string, number] => {
      const side = index - (bundle.length - 1) / 2;
      // The normal turns round with the direction.
      return [id, isForth ? side : -side];
    }),
  );
  return new Map(bent);
}

const round = (value: number): number => Math.round(value * 10) / 10;
const middleOf = ({ x, y }: Corner): Corner => ({ x: x + bodySize.width / 2, y: y + bodySize.height / 2 });

/** Where the way from a body's middle to a point leaves the body, `away` units further out. */
function edgeOf(middle: Corner, towards: Corner, size: Box, away: number): Corner {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const [halfWidth, halfHeight] = [size.width / 2 + away, size.height / 2 + away];
  const scale = Math.max(Math.abs(dx) / halfWidth, Math.abs(dy) / halfHeight);
  return scale <= 0 ? middle : { x: middle.x + dx / scale, y: middle.y + dy / scale };
}
