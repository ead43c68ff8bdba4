const mostCharacters = 80;

/** A sentence cut to what a line of the change record holds, between words. */
export function shorten(text: string): string {
  if (text.length <= mostCharacters) return text;
  const cut = text.slice(0, mostCharacters);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 20 ? end : mostCharacters)}…`;
}
