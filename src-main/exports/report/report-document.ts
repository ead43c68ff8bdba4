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
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

export interface Section {
  readonly title: string;
  /** One sentence on what this part tells. */
  readonly lead: string;
  readonly startsPage: boolean;
  readonly blocks: readonly Block[];
}

export type Align = 'start' | 'end' | 'center';
export interface TableColumn {
  readonly label: string;
  readonly align: Align;
  /** Share of the free width; 0 = as wide as its widest cell. */
  readonly width: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
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
      }[];
      readonly empty: string;
    }
  | {
      readonly kind: 'objective';
      readonly number: string;
      readonly text: string;
      readonly restsOn: readonly LabelledText[];
      readonly measures: readonly { readonly title: string; readonly text: string; readonly facts: readonly LabelledText[] }[];
      readonly empty: string;
    }
  | { readonly kind: 'ranked'; readonly items: readonly { readonly mark: string; readonly text: string; readonly note: string }[] };

/** A report with the pictures its blocks name: file name → SVG. */
export interface Report {
  readonly document: ReportDocument;
  readonly images: ReadonlyMap<string, string>;
}
