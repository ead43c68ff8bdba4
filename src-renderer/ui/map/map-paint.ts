import type { Boundary, BoundaryCollection, Position } from '#shared/domain/geometry.ts';
import type { BaseMap } from '#shared/domain/maps.ts';
import type { MapFill } from '#shared/figures/map-figure.ts';
import type { MapPlane, PlaneView } from './map-plane.ts';
import type { ViewFeed } from './view-feed.ts';

/** A circle over an area, sized by its value. */
export interface MapCircle {
  readonly id: string;
  /** On the plane. */
  readonly x: number;
  readonly y: number;
  readonly degrees: Position;
  /** CSS pixels, whatever the zoom. */
  readonly radius: number;
}

/** What is drawn and can be pointed at: the city's areas, or cells over them. */
export interface MapShapes {
  readonly plane: MapPlane;
  readonly collection: BoundaryCollection;
  readonly boundaryOf: ReadonlyMap<string, Boundary>;
}

/** What a drawing of the map must do, whether by WebGL or as plain SVG. */
export interface DrawingProps {
  readonly shapes: MapShapes;
  /** The areas as lines over cells; null where the shapes are the areas. */
  readonly outlines: MapShapes | null;
  readonly fillOf: (id: string) => MapFill;
  readonly fillColours: readonly string[];
  /** Largest first. */
  readonly circles: readonly MapCircle[];
  readonly marks: MapMarks;
  readonly baseMap: BaseMap | null;
  readonly feed: ViewFeed;
  readonly onHover: (hover: MapHover | null) => void;
  readonly onSelect: ((id: string | null) => void) | undefined;
  /** Handed over once the drawing can be steered; null when it goes away. */
  readonly onHandle: (handle: MapHandle | null) => void;
  /** All shapes stand on the screen for the first time. */
  readonly onDrawn?: () => void;
  /** The drawing cannot be made here after all. */
  readonly onFailure: () => void;
}

/** Shapes that stand out, each at most one. */
export interface MapMarks {
  readonly selected: string | null;
  readonly hovered: string | null;
  /** The keyboard's place. */
  readonly focused: string | null;
}

export interface MapHover {
  readonly id: string;
  /** CSS pixels from the drawing's left and top. */
  readonly x: number;
  readonly y: number;
}

export interface MapHandle {
  zoomBy(factor: number): void;
  /** CSS pixels that the map's window moves to the right and down. */
  panBy(x: number, y: number): void;
  fit(): void;
  /** Brings a shape into view when it is outside of it. */
  show(id: string): void;
  /** At once, without movement: the other half of a pair was moved. */
  setView(view: PlaneView): void;
}
