import type { Ballot } from '#shared/domain/ballots.ts';
import type { Boundary } from '#shared/domain/geometry.ts';
import { parseBoundary } from '../areas/areas.ts';
import { pointInside } from '../areas/geodesy.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { drawOutlines } from './draw-outlines.ts';
import type { RoomPlaces } from './room-questions.ts';

/** The outlines of the areas on a ballot, worked out once. */
export class PlacesBook {
  readonly #project: OpenProject;
  readonly #known = new Map<string, RoomPlaces | null>();

  constructor(project: OpenProject) {
    this.#project = project;
  }

  forget(): void {
    this.#known.clear();
  }

  /** Null where no area of the ballot has a boundary: then there is a list and no map. */
  of(ballot: Ballot): RoomPlaces | null {
    let places = this.#known.get(ballot.id);
    if (places === undefined) {
      places = placesOf(this.#project, ballot);
      this.#known.set(ballot.id, places);
    }
    return places;
  }
}

function placesOf(project: OpenProject, ballot: Ballot): RoomPlaces | null {
  const named = new Map(ballot.options.flatMap(({ refId, text }) => (refId === null ? [] : [[refId, text] as const])));
  const rows = project.all(
    sql
      .selectFrom('area')
      .select(['id', 'boundary'])
      .where('id', 'in', [...named.keys()])
      .where('boundary', 'is not', null),
  );
  const boundaries = new Map<string, Boundary>(rows.map(({ id, boundary }) => [id, parseBoundary(boundary)]));
  const drawn = drawOutlines(
    [...named.keys()].flatMap((id) => {
      const boundary = boundaries.get(id);
      return boundary ? [{ id, boundary, label: pointInside(boundary) }] : [];
    }),
  );
  return drawn && { ...drawn, areas: drawn.areas.map((area) => ({ ...area, name: named.get(area.id) ?? '' })) };
}
