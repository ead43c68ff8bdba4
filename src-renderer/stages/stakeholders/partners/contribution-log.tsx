import { ActionIcon, Button, Fieldset, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Partnership } from '#shared/domain/partnerships.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { readTypedNumber } from '../../../ui/typed-number.ts';
import { useBodyNames } from '../network/use-network.ts';
import classes from './partners.module.css';

/** What came, from whom and when: money, rooms, hours. */
export function ContributionLog({
  partnership,
  stakeholders,
  currencies,
}: {
  partnership: Partnership;
  stakeholders: readonly Stakeholder[];
  currencies: readonly { value: string; label: string }[];
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { nameOf, options } = useBodyNames(stakeholders);
  const { mutate: add } = useMutation(queries.partnerships.addContribution.mutationOptions());
  const { mutate: remove } = useMutation(queries.partnerships.removeContribution.mutationOptions());
  const [what, setWhat] = useState('');
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState<string | null>(partnership.pledgeCurrency || null);
  const [giver, setGiver] = useState<string | null>(partnership.memberIds[0] ?? null);
  const [givenOn, setGivenOn] = useState('');
  const number = readTypedNumber(amount);
  const isReady = what.trim() !== '' && number !== undefined && (number === null || number >= 0);
  return (
    <Fieldset legend={t('partners.log')}>
      {partnership.contributions.length === 0 ? <p className={classes.soft}>{t('partners.logEmpty')}</p> : null}
      <ul className={classes.log}>
        {partnership.contributions.map((gift) => (
          <li key={gift.id}>
            <div>
              <div dir="auto">{gift.what}</div>
              <div className={classes.soft}>
                {[gift.stakeholderId ? `\u2068${nameOf(gift.stakeholderId)}\u2069` : null, gift.givenOn ? formats.day(gift.givenOn) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <span className={classes.amount}>
              {gift.amount === null ? t('partners.noAmount') : gift.currency ? formats.money(gift.amount, gift.currency) : formats.count(gift.amount)}
            </span>
            <ActionIcon variant="subtle" color="gray" size="2.25rem" aria-label={`${t('action.remove')}: ${gift.what}`} onClick={() => remove({ id: gift.id })}>
              <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        className={classes.give}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          add({
            partnershipId: partnership.id,
            what: what.trim(),
            amount: number,
            currency: number === null ? '' : (currency ?? ''),
            stakeholderId: giver,
            givenOn: givenOn || null,
          });
          setWhat('');
          setAmount('');
        }}
      >
        <TextInput
          label={t('partners.what')}
          placeholder={t('partners.whatExample')}
          dir={what === '' ? undefined : 'auto'}
          maxLength={20_000}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <TextInput
          label={t('partners.amount')}
          inputMode="decimal"
          maxLength={30}
          error={number === undefined}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Select
          label={t('partners.currency')}
          data={[...currencies]}
          value={currency}
          onChange={setCurrency}
          searchable
          nothingFoundMessage={t('city.nothingFound')}
        />
        <Select
          label={t('partners.giver')}
          data={options}
          value={giver}
          onChange={setGiver}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('partners.noGiver') }}
          nothingFoundMessage={t('city.nothingFound')}
        />
        <TextInput type="date" label={t('partners.givenOn')} value={givenOn} onChange={(event) => setGivenOn(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!isReady} leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />}>
          {t('partners.addContribution')}
        </Button>
      </form>
    </Fieldset>
  );
}
