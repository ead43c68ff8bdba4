/** Arabic and Persian digits as 0–9. */
const westernDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** Figures in a sentence; years are none. */
function figuresIn(text: string): string[] {
  return [...westernDigits(text).matchAll(/\d+(?:[.,٫]\d+)?/g)]
    .map(([figure]) => figure.replace(/[,٫]/, '.'))
    .filter((figure) => !/^(19|20)\d\d$/.test(figure));
}

/** Whether two of several statements about one result give figures and share none: then no single one can be quoted alone. */
export function haveRivalFigures(statements: readonly string[]): boolean {
  const figures = statements.map(figuresIn).filter((found) => found.length > 0);
  return figures.some((one, at) => figures.slice(at + 1).some((other) => !one.some((figure) => other.includes(figure))));
}
