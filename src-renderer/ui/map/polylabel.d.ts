declare module 'polylabel' {
  /** The point inside a polygon that is farthest from its edge; `distance` is how far, in the polygon's units. */
  export default function polylabel(polygon: readonly (readonly number[][])[] | number[][][], precision?: number): number[] & { distance: number };
}
