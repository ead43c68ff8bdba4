/** A co-facilitator who works in a browser of another machine. */
export interface Visitor {
  readonly id: string;
  /** The name given at the way in: stands beside the changes made. */
  readonly person: string;
}
