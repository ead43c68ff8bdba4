/** Bounds on what a foreign file may make the application hold or do. Bytes unless a unit is named. */
export const limits = {
  /** Characters of one cell of delimited text. */
  cellCharacters: 1_000_000,
  /** Characters of one row of delimited text: thousands of columns fit, a file that never ends its row does not. */
  rowCharacters: 4_000_000,
  columns: 16_384,
  /** Largest delimited text once inflated. */
  inflatedText: 4 * 1024 ** 3,
  /** JSON is held in memory whole. */
  json: 256 * 1024 ** 2,
  /** What the values of JSON may take once read, by their number. */
  jsonInMemory: 500 * 1024 ** 2,
  /** Characters of one text of KML: all positions of one ring. */
  kmlText: 64 * 1024 ** 2,
  /** Spreadsheets and zipped files are held in memory whole. */
  zipFile: 256 * 1024 ** 2,
  spreadsheetFile: 128 * 1024 ** 2,
  sheetRows: 1_048_576,
  sheetColumns: 2_000,
  sheetCells: 20_000_000,
  /** Room for some five million cells; with what lies outside the heap the process stays below a gigabyte. */
  spreadsheetMemoryMb: 820,
  spreadsheetSeconds: 25,
  /** PDF: longer ones are whole libraries, not one strategy. */
  pdfPages: 3_000,
  /** Pieces of text of one page; a drawing's labels are thousands, not hundreds of thousands. */
  pdfPiecesOfPage: 60_000,
  /** Of the script engine's heap, and of the whole process: streams are unpacked outside the heap. */
  pdfHeapMb: 600,
  pdfMemoryMb: 1_100,
  /** Without news of another page. */
  pdfPageSeconds: 20,
  pdfSeconds: 240,
  /** Characters of a text to be scanned, as for a pasted one. */
  documentCharacters: 5_000_000,
  zipEntries: 2_000,
  zipEntry: 200 * 1024 ** 2,
  zipTotal: 400 * 1024 ** 2,
  /** How many times larger than packed a file may be, looked at above `ratioFrom`. */
  ratio: 200,
  ratioFrom: 10 * 1024 ** 2,
  /** Features of a map; a city has thousands of areas, not millions. */
  features: 500_000,
  /** Points of all boundaries of a map together. */
  vertices: 20_000_000,
  geoPackageFile: 2 * 1024 ** 3,
  /** A GeoPackage with a write-ahead log is read from a copy in memory. */
  geoPackageInMemory: 256 * 1024 ** 2,
} as const;

/** A byte bound as people say it: `256 MB`, `4 GB`. */
export function sizeText(bytes: number): string {
  return bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`;
}
