import type { MapView } from './map-plane.ts';

/** How an area is filled: a class of the scale, `none` (no figure, hatched) or `plain` (the map shows places only). */
export type AreaFill = number | 'none' | 'plain';

/** What a drawing of the map must do, whether by WebGL or as plain SVG. */
export interface DrawingProps {
  readonly fillOf: (areaId: string) => AreaFill;
  readonly fillColours: readonly string[];
  readonly selectedId: string | null;
  readonly hoveredId: string | null;
  readonly onHover: (hover: MapHover | null) => void;
  readonly onSelect: ((areaId: string | null) => void) | undefined;
  readonly onView: (view: MapView) => void;
  /** Handed over once the drawing can be steered; null when it goes away. */
  readonly onHandle: (handle: MapHandle | null) => void;
  /** All areas stand on the screen for the first time. */
  readonly onDrawn?: () => void;
  /** The drawing cannot be made here after all. */
  readonly onFailure: () => void;
  readonly label: string;
}

export interface MapHover {
  readonly areaId: string;
  /** CSS pixels from the drawing's left and top. */
  readonly x: number;
  readonly y: number;
}

export interface MapHandle {
  zoomBy(factor: number): void;
  fit(): void;
  /** Brings an area into view when it is outside of it. */
  show(areaId: string): void;
}
