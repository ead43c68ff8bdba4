/** A file's name without its folder and its kind, as words: `cdmx_carpetas_2023.csv.gz` → `cdmx carpetas 2023`. */
export function fileStem(fileName: string): string {
  return fileName
    .replace(/\.(?:gz|zip|csv|tsv|txt|xlsx?|xlsm|xlsb|ods|json|geojson|gpkg|kmz?|converted)(?=\.|$)/gi, '')
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
}

/** The stem without numbers and months, in lower case: what editions of one file have in common. */
export function editionStem(fileName: string): string {
  return fileStem(fileName)
    .toLowerCase()
    .replace(/\d+/g, ' ')
    .replace(/\b(?:v|rev|final|new|q|t|trim|sem)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
