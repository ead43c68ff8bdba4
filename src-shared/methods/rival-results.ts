/** Figures in a sentence, in any script's digits; years are none. */
function figuresIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/\p{Nd}+(?:[.,٫]\p{Nd}+)?/gu)]
    .map(([figure]) => figure.replace(/[,٫]/, '.'))
    .filter((figure) => !/^(19|20)\d\d$/.test(figure));
}

/** Whether two of several statements about one result give figures and share none: then no single one can be quoted alone. */
export function haveRivalFigures(statements: readonly string[]): boolean {
  const figures = statements.map(figuresIn).filter((found) => found.length > 0);
  return figures.some((one, at) => figures.slice(at + 1).some((other) => !one.some((figure) => other.includes(figure))));
}
