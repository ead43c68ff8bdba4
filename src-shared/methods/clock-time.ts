/** Marks of the halves of the day: English, Spanish, Arabic. */
const halves: readonly { readonly mark: RegExp; readonly isAfternoon: boolean }[] = [
  { mark: /\s*(a\.?\s*m\.?|ص|صباحا|صباحًا)$/iu, isAfternoon: false },
  { mark: /\s*(p\.?\s*m\.?|م|مساء|مساءً)$/iu, isAfternoon: true },
];

/**
 * A time of day in any common way of writing it («2.30 p.m.», «14h30», «9», «٢:٣٠ م») as `HH:MM` of the 24-hour clock; empty for empty, null for what is
 * no time of day.
 */
export function clockTime(text: string): string | null {
  let rest = text
    .normalize('NFC')
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  if (rest === '') return '';
  const half = halves.find(({ mark }) => mark.test(rest));
  if (half) rest = rest.replace(half.mark, '');
  const found = /^(\d{1,2})(?:\s*[:.hH٫]\s*(\d{2})?)?\s*(?:h|hrs?|hs)?\.?$/u.exec(rest.trim());
  if (!found) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (minute > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.isAfternoon ? 12 : 0);
  }
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
