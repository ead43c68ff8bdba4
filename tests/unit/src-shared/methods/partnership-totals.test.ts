import { describe, expect, test } from 'vitest';
import { partnershipTotals } from '#shared/methods/partnership-totals.ts';

const given = (amount: number | null, currency: string) => ({
  ...{ id: '', partnershipId: '', stakeholderId: null, what: 'Lamps', givenOn: null },
  ...{ amount, currency },
});

describe('what partners pledged and gave', () => {
  test('currencies stand beside each other and are never added', () => {
    const totals = partnershipTotals([
      { pledge: '', pledgeAmount: 1000, pledgeCurrency: 'USD', contributions: [given(250, 'USD'), given(80, 'EUR')] },
      { pledge: '', pledgeAmount: 500, pledgeCurrency: 'USD', contributions: [given(0, 'USD')] },
    ]);
    expect(totals.money).toEqual([
      { currency: 'EUR', pledged: null, given: 80 },
      { currency: 'USD', pledged: 1500, given: 250 },
    ]);
  });

  test('what has no amount is counted, not taken for zero; an amount without a currency is in no sum', () => {
    const totals = partnershipTotals([
      { pledge: 'Two rooms', pledgeAmount: null, pledgeCurrency: 'USD', contributions: [given(null, '')] },
      { pledge: '', pledgeAmount: null, pledgeCurrency: '', contributions: [given(40, '')] },
    ]);
    expect(totals).toEqual({ money: [], withoutCurrency: 1, withoutAmount: 2 });
  });
});
