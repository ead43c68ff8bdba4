import { directionOf } from './languages.ts';

/** Numbers, dates and money as the language writes them. Undefined values are an en dash: missing is never zero. */
export interface Formats {
  readonly language: string;
  count(value: number | null | undefined): string;
  /** At most `digits` decimals (1 by default). */
  decimal(value: number | null | undefined, digits?: number): string;
  /** A share 0-1 as per cent. */
  percent(value: number | null | undefined, digits?: number): string;
  /** Whole units of the currency, or with `digits` decimals; a plain number where no currency is said. */
  money(value: number | null | undefined, currency: string, digits?: number): string;
  /** Money short enough for a headline: `MX$17.4M`. */
  shortMoney(value: number | null | undefined, currency: string): string;
  /** A calendar day `YYYY-MM-DD`. */
  day(value: string | null | undefined): string;
  /** An ISO instant, date and time in this machine's zone. */
  instant(value: string | null | undefined): string;
  time(value: string | null | undefined): string;
  /** The day of an ISO instant in this machine's zone, with its weekday. */
  dayOf(value: string): string;
  /** 1 = January. */
  monthName(month: number, width?: 'long' | 'short' | 'narrow'): string;
  /** 1 = Monday. */
  weekdayName(weekday: number, width?: 'long' | 'short' | 'narrow'): string;
  compare(a: string, b: string): number;
}

const dash = '–';

/** Formats of one language. Years are plain numbers and need none. */
export function createFormats(language: string): Formats {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const decimals = new Map<number, Intl.NumberFormat>();
  const shown = (value: number | null | undefined): value is number => value !== null && value !== undefined && Number.isFinite(value);
  const decimalFormat = (digits: number) => {
    let format = decimals.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      decimals.set(digits, format);
    }
    return format;
  };
  const date = (value: Date, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options).format(value);
  return {
    language,
    count: (value) => (shown(value) ? decimalFormat(0).format(value) : dash),
    decimal: (value, digits = 1) => (shown(value) ? decimalFormat(digits).format(value) : dash),
    percent: (value, digits = 0) =>
      shown(value) ? new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value) : dash,
    money: (value, currency, digits = 0) =>
      shown(value) ? moneyText(language, value, currency, { minimumFractionDigits: digits, maximumFractionDigits: digits }) : dash,
    shortMoney: (value, currency) => (shown(value) ? moneyText(language, value, currency, { notation: 'compact', maximumFractionDigits: 1 }) : dash),
    day: (value) => (value ? date(new Date(`${value}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }) : dash),
    instant: (value) => (value ? date(new Date(value), { dateStyle: 'medium', timeStyle: 'short' }) : dash),
    dayOf: (value) => date(new Date(value), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: (value) => (value ? date(new Date(value), { timeStyle: 'short' }) : dash),
    monthName: (month, width = 'short') => date(new Date(Date.UTC(2024, month - 1, 15)), { month: width, timeZone: 'UTC' }),
    // 1 January 2024 was a Monday.
    weekdayName: (weekday, width = 'short') => date(new Date(Date.UTC(2024, 0, weekday)), { weekday: width, timeZone: 'UTC' }),
    compare: (a, b) => collator.compare(a, b),
  };
}

const leftToRight = '\u200E';

/** A sign of currency in Latin letters («US$») keeps its order between words that run from the right. */
function moneyText(language: string, value: number, currency: string, options: Intl.NumberFormatOptions): string {
  if (!currency) return new Intl.NumberFormat(language, options).format(value);
  const parts = new Intl.NumberFormat(language, { ...options, style: 'currency', currency }).formatToParts(value);
  const isRtl = directionOf(language) === 'rtl';
  return parts
    .map((part) => (isRtl && part.type === 'currency' && /\p{Script=Latin}/u.test(part.value) ? `${leftToRight}${part.value}${leftToRight}` : part.value))
    .join('');
}
