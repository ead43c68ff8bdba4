/** One emoji with what is joined to it: colours of skin, other emoji, the wish to be shown as a picture; and flags. */
const emoji =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{fe0f}|\p{Regional_Indicator})(?:\u{fe0f}|\p{Emoji_Modifier}|\u{200d}\p{Extended_Pictographic})*/gu;

/** Text as the faces that ship can set it: emoji are left out, a name of nothing else becomes a square; neither costs the file its accessibility. */
export function printableText(text: string): string {
  const left = text.replace(emoji, '');
  return left === text ? text : left.replace(/ {2,}/g, ' ').trim() || '\u{25a1}';
}
