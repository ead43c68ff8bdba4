import type { Direction } from '#shared/i18n/languages.ts';

/**
 * A report before it is typeset: every word chosen and every number written in the reader's language. The Typst templates in
 * `resources/report` know its blocks and nothing of what they say; text in it is data, never markup.
 */
export interface ReportDocument {
  readonly language: string;
  readonly direction: Direction;
  /** For the file's properties. */
  readonly title: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** The day of the data, which also dates the file. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly cover: {
    readonly kicker: string;
    readonly title: string;
    readonly subtitle: string;
    /** Name of a picture of the city's outline, or empty. */
    readonly image: string;
    readonly facts: readonly LabelledText[];
    readonly note: string;
  };
  readonly labels: { readonly contents: string; readonly figure: string; readonly table: string };
  readonly header: { readonly start: string; readonly end: string };
  readonly footer: string;
  readonly hasContents: boolean;
  readonly sections: readonly Section[];
  /** How the pages are laid out; `report` (cover, contents, chapters) where none is named. */
  readonly layout?: ReportLayout;
  /** The city's own colours and marks; the usual look where there is none. */
  readonly look?: ReportLook;
}

/** `brief`: two pages without a cover; `card`: one page; `handout`: sheets that each start a page; `certificate`: one page lying, for each person. */
export type ReportLayout = 'report' | 'brief' | 'card' | 'handout' | 'certificate';

export interface ReportLook {
  /** Colours as `#rrggbb`; every one is dark or light enough for what is written in it or on it. */
  readonly accent: string;
  readonly accentSoft: string;
  readonly accentPale: string;
  readonly highlight: string;
  /** On the accent. */
  readonly onAccent: string;
  readonly logos: readonly Logo[];
}

export interface Logo {
  /** Name of a picture of the report. */
  readonly image: string;
  readonly alt: string;
  /** Width divided by height. */
  readonly ratio: number;
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
  /** Anchor that the text leads to. */
  readonly to?: string;
}

/** Words of one look; `to` names an anchor of the same document that they lead to. */
export interface TextRun {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly to?: string;
}

export interface Section {
  readonly title: string;
  /** One sentence on what this part tells. */
  readonly lead: string;
  readonly startsPage: boolean;
  readonly blocks: readonly Block[];
  /** Name of the chapter that stays the same in every language, by which it is chosen and ordered; a part without one always stays where it is. */
  readonly code?: string;
  readonly anchor?: string;
  /** 1 (a chapter) where none is given; 2 is set as a part of the chapter before it. */
  readonly level?: 1 | 2;
}

export type Align = 'start' | 'end' | 'center';
export interface TableColumn {
  readonly label: string;
  readonly align: Align;
  /** Share of the free width; 0 = as wide as its widest cell. */
  readonly width: number;
}

/** A part of a chapter; `anchor` is its name for links inside the document, unique in it. */
export type Block = BlockContent & { readonly anchor?: string };

export type BlockContent =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | {
      /** Written text: `level` is 1 to 3 of a heading, else how deep a list is nested (0 = not at all). */
      readonly kind: 'rich';
      readonly style: 'paragraph' | 'heading' | 'bullet' | 'numbered' | 'quote';
      readonly level: number;
      readonly runs: readonly TextRun[];
    }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'note'; readonly title: string; readonly text: string }
  | { readonly kind: 'key-figures'; readonly items: readonly { readonly value: string; readonly label: string; readonly note: string }[] }
  | { readonly kind: 'facts'; readonly items: readonly LabelledText[] }
  | { readonly kind: 'figure'; readonly image: string; readonly alt: string; readonly caption: string; readonly source: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Set apart at the end. */
      readonly total: readonly string[];
      readonly note: string;
      /** Anchors of the rows, in their order; empty for none. */
      readonly rowAnchors?: readonly string[];
      /** Cells that lead to an anchor. */
      readonly links?: readonly { readonly row: number; readonly column: number; readonly to: string }[];
    }
  | {
      readonly kind: 'finding';
      readonly number: string;
      readonly text: string;
      readonly support: string;
      readonly level: 'supported' | 'single' | 'contested' | 'claim';
      readonly about: string;
      readonly evidence: readonly {
        readonly kind: string;
        readonly isAgainst: boolean;
        readonly stance: string;
        readonly text: string;
        readonly source: string;
        /** Anchor of the source. */
        readonly to?: string;
        readonly anchor?: string;
      }[];
      readonly empty: string;
      /** What rests on it, each part leading there; empty or absent for nothing. */
      readonly carries?: readonly TextRun[];
    }
  | {
      readonly kind: 'objective';
      readonly number: string;
      readonly text: string;
      readonly restsOn: readonly LabelledText[];
      readonly measures: readonly { readonly title: string; readonly text: string; readonly facts: readonly LabelledText[]; readonly anchor?: string }[];
      readonly empty: string;
    }
  | { readonly kind: 'ranked'; readonly items: readonly { readonly mark: string; readonly text: string; readonly note: string; readonly to?: string }[] }
  | {
      /** Where a figure or a claim comes from, with everything that rests on it. */
      readonly kind: 'source';
      readonly title: string;
      readonly facts: readonly LabelledText[];
      readonly carriesLabel: string;
      readonly carries: readonly TextRun[];
      /** What stands there where nothing of this document rests on it. */
      readonly empty?: string;
    }
  | {
      /** Lines to sign on, two in a row. */
      readonly kind: 'signatures';
      readonly items: readonly { readonly name: string; readonly title: string; readonly body: string }[];
      readonly dateLabel: string;
    }
  /** Parts that stand beside one another where the page is wide enough. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  | {
      /** Answers at a glance, two in a row; the state is told by a sign and its word. */
      readonly kind: 'status';
      readonly items: readonly {
        readonly label: string;
        readonly state: 'yes' | 'partly' | 'no' | 'unknown';
        readonly stateText: string;
        readonly text: string;
      }[];
    }
  /** Lines to write on, in handouts. */
  | { readonly kind: 'lines'; readonly label: string; readonly count: number }
  | {
      /** The page of one person, in certificates. */
      readonly kind: 'certificate';
      readonly title: string;
      readonly says: string;
      readonly name: string;
      readonly text: string;
      readonly facts: readonly LabelledText[];
      readonly signatures: readonly { readonly name: string; readonly title: string; readonly body: string }[];
      readonly foot: string;
    };

/** A report with the pictures its blocks name: file name → SVG. */
export interface Report {
  readonly document: ReportDocument;
  readonly images: ReadonlyMap<string, string>;
  /** Pictures that are no SVG: file name → bytes of a PNG or a JPEG. */
  readonly photographs?: ReadonlyMap<string, Uint8Array>;
}
