/** Files by path below the root of a document, e.g. `report.typ`, `images/figure-1.svg`. */
export type SourceFiles = ReadonlyMap<string, Uint8Array>;

export interface TypesetOptions {
  readonly files: SourceFiles;
  /** The file that the document starts from. */
  readonly main: string;
  readonly fonts: readonly Uint8Array[];
  /** Seconds since 1970 that date the PDF, so that equal input gives equal bytes. */
  readonly createdAt: number;
  /** A missing glyph is an error instead of a box or a borrowed font; for tests. */
  readonly isStrict: boolean;
}

export interface TypesetPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** True where the file carries PDF/UA-1; a plain tagged PDF otherwise. */
  readonly isAccessible: boolean;
}

/** Typst, whichever way it runs here. Both ways hold their thread until they are done: call them from a process of their own. */
export interface Typesetter {
  readonly name: 'native' | 'webassembly';
  pdf(options: TypesetOptions): Promise<TypesetPdf>;
  /** How many pages it takes, without writing them. */
  pageCount(options: TypesetOptions): Promise<number>;
  /** The document in Typst's own picture format, which `drawPages` turns into SVG. */
  vector(options: TypesetOptions): Promise<Uint8Array>;
}

/** A document that Typst could not set: its own words about what and where. */
export class TypesetError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'TypesetError';
  }
}
