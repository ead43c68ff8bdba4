/** Reads what a person typed as a number: Western or Eastern digits, spaces and separators of thousands; null = nothing, undefined = not a number. */
export function readTypedNumber(text: string): number | null | undefined {
  const plain = text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[٬'’\s\u00a0\u202f]/g, '')
    .replace('٫', '.');
  if (plain === '') return null;
  // A separator before exactly three final digits parts thousands, whichever sign it is.
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, '') : plain.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : undefined;
}
