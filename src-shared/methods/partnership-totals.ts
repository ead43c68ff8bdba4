import type { Partnership, PartnershipTotals } from '../domain/partnerships.ts';

/**
 * What was pledged and given by currency. Currencies are never added to each other; a pledge without an amount is counted and not taken
 * for zero, and an amount without a currency is in no sum.
 */
export function partnershipTotals(
  partnerships: readonly Pick<Partnership, 'pledge' | 'pledgeAmount' | 'pledgeCurrency' | 'contributions'>[],
): PartnershipTotals {
  const money = new Map<string, { pledged: number | null; given: number | null }>();
  let withoutCurrency = 0;
  let withoutAmount = 0;
  const add = (side: 'pledged' | 'given', amount: number | null, currency: string, isThere: boolean) => {
    if (amount === null) withoutAmount += Number(isThere);
    else if (currency === '') withoutCurrency += 1;
    else {
      const total = money.get(currency) ?? { pledged: null, given: null };
      money.set(currency, { ...total, [side]: (total[side] ?? 0) + amount });
    }
  };
  for (const { pledge, pledgeAmount, pledgeCurrency, contributions } of partnerships) {
    add('pledged', pledgeAmount, pledgeCurrency, pledge.trim() !== '');
    for (const { amount, currency } of contributions) add('given', amount, currency, true);
  }
  const codes = [...money.keys()].sort();
  return { money: codes.map((currency) => ({ currency, pledged: null, given: null, ...money.get(currency) })), withoutCurrency, withoutAmount };
}
