/** Codes of metals, bonds, funds and tests; the few shared currencies that also start with X stay. */
const notMoney = /^X(?!AF|CD|CG|OF|PF)/;

/** Currencies as options, `USD · US dollar`, in the order of their codes. */
export function currencyOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const inUse = Intl.supportedValuesOf('currency').filter((code) => !notMoney.test(code));
  return inUse.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
