/** Makes texts fit and counts what it shortened, so that the document can say so. */
export interface Shortener {
  /**
   * At most about `longest` characters: whole sentences as far as they fit; where not even the first one does, whole words and three dots.
   */
  text(text: string, longest: number): string;
  /** The first ones of a list. */
  first<Item>(items: readonly Item[], most: number): readonly Item[];
  /** Texts that lost something, and things that are not printed. */
  readonly texts: number;
  readonly items: number;
}

export function createShortener(language: string): Shortener {
  let texts = 0;
  let items = 0;
  return {
    text(text, longest) {
      const clean = text.replaceAll(/\s+/g, ' ').trim();
      if (clean.length <= longest) return clean;
      texts += 1;
      return wholeSentences(clean, longest, language) || wholeWords(clean, longest, language);
    },
    first(list, most) {
      items += Math.max(0, list.length - most);
      return list.slice(0, most);
    },
    get texts() {
      return texts;
    },
    get items() {
      return items;
    },
  };
}

function wholeSentences(text: string, longest: number, language: string): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if (kept.length + segment.trimEnd().length > longest) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/** A word longer than the place for it is cut between its letters as a reader sees them. */
function wholeWords(text: string, longest: number, language: string): string {
  const room = text.slice(0, Math.max(1, longest - 2));
  const end = room.lastIndexOf(' ');
  if (end > 0) return `${room.slice(0, end).replace(/[\s,;:–—-]+$/, '')} …`;
  const letters = [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  let kept = '';
  for (const letter of letters) {
    if (kept.length + letter.length > longest - 2) break;
    kept += letter;
  }
  return `${kept} …`;
}
