import { MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Partnership, type PartnershipInput, partnershipKinds, partnershipStatuses } from '#shared/domain/partnerships.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { currencyOptions } from '../../city/currencies.ts';
import { useBodyNames } from '../network/use-network.ts';
import { ContributionLog } from './contribution-log.tsx';
import classes from './partners.module.css';

/** Everything about one partnership, beside the list. */
export function PartnershipDrawer({
  partnership,
  stakeholders,
  onClose,
}: {
  partnership: Partnership | null;
  stakeholders: readonly Stakeholder[];
  onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={partnership} onClose={onClose} size="32rem" title={partnership?.name || t('partners.nameless')}>
      {(shown) => <Details key={shown.id} partnership={shown} stakeholders={stakeholders} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function Details({ partnership, stakeholders, onClose }: { partnership: Partnership; stakeholders: readonly Stakeholder[]; onClose: () => void }) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodyNames(stakeholders);
  const currencies = useMemo(() => currencyOptions(language), [language]);
  const { mutate: update } = useMutation(queries.partnerships.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.partnerships.remove.mutationOptions());
  const save = (patch: Partial<PartnershipInput>) => update({ id: partnership.id, patch });
  return (
    <Stack gap="md">
      <SavedTextInput
        label={t('partners.name')}
        value={partnership.name}
        onSave={(name) => save({ name })}
        data-autofocus={partnership.name === '' || undefined}
      />
      <div className={classes.pair}>
        <Select
          label={t('partners.kind')}
          data={partnershipKinds.map((value) => ({ value, label: t(`partnershipKind.${value}`) }))}
          value={partnership.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = partnershipKinds.find((known) => known === value);
            if (kind) save({ kind });
          }}
        />
        <Select
          label={t('partners.status')}
          data={partnershipStatuses.map((value) => ({ value, label: t(`partnershipStatus.${value}`) }))}
          value={partnership.status}
          allowDeselect={false}
          onChange={(value) => {
            const status = partnershipStatuses.find((known) => known === value);
            if (status) save({ status });
          }}
        />
      </div>
      <MultiSelect
        label={t('partners.members')}
        data={options}
        value={partnership.memberIds}
        onChange={(memberIds) => save({ memberIds })}
        searchable
        nothingFoundMessage={t('city.nothingFound')}
      />
      <SavedTextarea
        label={t('partners.agreement')}
        description={t('partners.agreementNote')}
        value={partnership.agreement}
        onSave={(agreement) => save({ agreement })}
        minRows={3}
      />
      <SavedTextarea label={t('partners.pledge')} value={partnership.pledge} onSave={(pledge) => save({ pledge })} />
      <div className={classes.pair}>
        <SavedNumberInput
          label={t('partners.pledgeAmount')}
          description={t('partners.amountNote')}
          min={0}
          max={1e15}
          thousandSeparator=" "
          value={partnership.pledgeAmount}
          onSave={(pledgeAmount) => save({ pledgeAmount })}
        />
        <Select
          label={t('partners.currency')}
          description={t('partners.currencyNote')}
          data={currencies}
          value={partnership.pledgeCurrency || null}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('partners.noCurrency') }}
          nothingFoundMessage={t('city.nothingFound')}
          onChange={(value) => save({ pledgeCurrency: value ?? '' })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t('partners.starts')}
          value={partnership.startsOn ?? ''}
          onChange={(event) => save({ startsOn: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={t('partners.ends')}
          value={partnership.endsOn ?? ''}
          onChange={(event) => save({ endsOn: event.currentTarget.value || null })}
        />
      </div>
      <ContributionLog partnership={partnership} stakeholders={stakeholders} currencies={currencies} />
      <SavedTextarea label={t('field.note')} value={partnership.note} onSave={(note) => save({ note })} />
      <ObjectFoot
        object={{ type: 'partnership', id: partnership.id, name: partnership.name }}
        removeLabel={t('partners.remove')}
        question={{
          title: t('partners.removeTitle', { name: partnership.name || t('partners.nameless') }),
          body: t('partners.removeBody', { count: partnership.contributions.length }),
        }}
        onRemove={() => {
          remove({ id: partnership.id });
          onClose();
        }}
      />
    </Stack>
  );
}
