const severalRightToLeft = /^[\u0590-\u08ff]{2,}$/;

/**
 * pdf.js turns a line of Arabic round letter by letter, also inside one glyph that stands for several (lam-alif: «السلامة» comes out as «السالمة»), and
 * has no switch for it. It joins the glyphs of a stretch into a text just before: there the letters of such a glyph are turned beforehand.
 * Changes arrays for the whole process: only for the one that reads PDFs and nothing else.
 */
export function keepJoinedLetters(): void {
  const join = Array.prototype.join;
  Array.prototype.join = function (this: readonly unknown[], separator?: string) {
    return separator === '' ? join.call(this.map(turned), separator) : join.call(this, separator);
  };
}

const turned = (glyph: unknown) =>
  typeof glyph === 'string' && glyph.length > 1 && severalRightToLeft.test(glyph) ? [...glyph].reverse().reduce((a, b) => a + b) : glyph;
