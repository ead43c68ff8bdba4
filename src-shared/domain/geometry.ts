/** GeoJSON in degrees (WGS 84), just what an area's boundary or an incident's place can be. */
export type Position = [longitude: number, latitude: number];
export type PolygonRings = Position[][];
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: PolygonRings;
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: PolygonRings[];
}
export type Boundary = Polygon | MultiPolygon;

export interface BoundaryFeature {
  readonly type: 'Feature';
  readonly id?: number;
  readonly properties: { readonly areaId: string; readonly name: string };
  readonly geometry: Boundary;
}
export interface BoundaryCollection {
  readonly type: 'FeatureCollection';
  readonly features: BoundaryFeature[];
}
