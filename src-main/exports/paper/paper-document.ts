import type { Direction } from '#shared/i18n/languages.ts';

/**
 * A printed matter before it is typeset: every word chosen, every number written in the reader's language. `resources/paper` knows how each
 * part looks and nothing of what it says; text in it is data, never markup.
 */
export interface PaperDocument {
  readonly language: string;
  readonly direction: Direction;
  /** For the file's properties. */
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly content: SheetsContent | TallyContent | CardContent | ListContent;
}

/** Sheets that differ in their code alone. */
export interface SheetsContent {
  readonly is: 'sheets';
  readonly perPage: 1 | 2 | 4;
  readonly isLarge: boolean;
  readonly codes: readonly string[];
  readonly question: string;
  readonly help: string;
  /** How to answer, one sentence. */
  readonly how: string;
  readonly groupLabel: string;
  readonly codeLabel: string;
  /** City and workshop, small. */
  readonly foot: string;
  readonly privacy: string;
  readonly body: SheetBody;
}

/** A place to mark: what stands above it, and its shape. */
export interface MarkColumn {
  readonly label: string;
  /** File name below `pictures/`, or empty. */
  readonly picture: string;
}
/** Marks that belong together, e.g. those of the night. */
export interface MarkGroup {
  readonly title: string;
  readonly picture: string;
  readonly columns: readonly MarkColumn[];
}
export type MarkShape = 'circle' | 'box' | 'wide-box';

export interface SheetRow {
  readonly number: string;
  readonly text: string;
  readonly picture: string;
}

export type SheetBody =
  | {
      readonly is: 'rows';
      readonly shape: MarkShape;
      readonly groups: readonly MarkGroup[];
      readonly rows: readonly SheetRow[];
      /** «Why?» and lines below every row; empty for none. */
      readonly reason: string;
    }
  | {
      readonly is: 'pairs';
      readonly columns: readonly string[];
      readonly pairs: readonly { readonly number: string; readonly first: string; readonly second: string }[];
    }
  | { readonly is: 'lines' }
  | {
      readonly is: 'map';
      readonly image: string;
      readonly alt: string;
      readonly areas: readonly { readonly number: string; readonly name: string }[];
      readonly note: string;
      readonly boxes: string;
      readonly count: number;
    }
  | {
      readonly is: 'questions';
      readonly items: readonly {
        readonly number: string;
        readonly text: string;
        readonly shape: MarkShape;
        /** Beside each its mark; none where it is answered in words. */
        readonly choices: readonly { readonly label: string; readonly picture: string }[];
        readonly lines: number;
      }[];
    };

/** A table to count on: one for each group, or one with a column for each group. */
export interface TallyContent {
  readonly is: 'tally';
  readonly question: string;
  readonly how: string;
  readonly foot: string;
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly MarkColumn[];
    readonly rows: readonly SheetRow[];
    /** The line for how many were there. */
    readonly people: string;
  }[];
  readonly countedBy: string;
}

export interface CardContent {
  readonly is: 'card';
  readonly size: 'a4' | 'a5';
  readonly workshop: string;
  readonly wifi: {
    readonly qr: string;
    readonly label: string;
    readonly name: string;
    readonly passwordLabel: string;
    readonly password: string;
    readonly alt: string;
  };
  readonly page: { readonly qr: string; readonly label: string; readonly address: string; readonly alt: string };
  /** «Code: on the wall». */
  readonly code: string;
  readonly languages: readonly {
    readonly language: string;
    readonly direction: Direction;
    readonly title: string;
    readonly steps: readonly string[];
    readonly staying: string;
  }[];
}

export interface ListContent {
  readonly is: 'list';
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly foot: string;
  readonly columns: readonly { readonly label: string; readonly width: number; readonly isTick: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A document with the pictures it names: path below its root → bytes. */
export interface Paper {
  readonly document: PaperDocument;
  readonly images: ReadonlyMap<string, Uint8Array>;
}
