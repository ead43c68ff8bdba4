/**
 * Text with Arabic-Indic and Persian digits (and the Arabic decimal, thousands and percent marks) written with ASCII ones.
 * Text without them comes back as it is.
 */
export function toAsciiDigits(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x0660 && code <= 0x06f9) return text.replace(/[\u0660-\u066c\u06f0-\u06f9]/g, asciiOf);
  }
  return text;
}

function asciiOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x06f0) return String(code - 0x06f0);
  if (code <= 0x0669) return String(code - 0x0660);
  return code === 0x066a ? '%' : code === 0x066b ? '\u066b' : '\u066c';
}

/** True for the ASCII digits 0-9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
