import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TieInput, TieKind } from '#shared/domain/network.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './network.module.css';
import { useBodyNames, useTieKinds } from './use-network.ts';

type NewTie = Pick<TieInput, 'fromId' | 'toId' | 'kind' | 'informant'>;

/** A tie by keyboard: from – what it does – to. The informant stays for the next one, as one table tells several. */
export function TieForm({ stakeholders, onAdd }: { stakeholders: readonly Stakeholder[]; onAdd: (tie: NewTie) => void }) {
  const { t } = useTexts();
  const kinds = useTieKinds();
  const { options } = useBodyNames(stakeholders);
  const [fromId, setFromId] = useState<string | null>(null);
  const [toId, setToId] = useState<string | null>(null);
  const [kind, setKind] = useState<TieKind>('informs');
  const [informant, setInformant] = useState('');
  const isReady = fromId !== null && toId !== null && fromId !== toId;
  return (
    <form
      className={classes.form}
      aria-label={t('network.form')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAdd({ fromId, toId, kind, informant: informant.trim() });
        setToId(null);
      }}
    >
      <Select
        label={t('field.tieFrom')}
        placeholder={t('missing.choosePlaceholder')}
        data={options}
        value={fromId}
        onChange={setFromId}
        searchable
        nothingFoundMessage={t('city.nothingFound')}
      />
      <Select
        label={t('field.tieKind')}
        data={[...kinds]}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(kinds.find((option) => option.value === value)?.value ?? kind)}
      />
      <Select
        label={t('field.tieTo')}
        placeholder={t('missing.choosePlaceholder')}
        data={options.filter(({ value }) => value !== fromId)}
        value={toId === fromId ? null : toId}
        onChange={setToId}
        searchable
        nothingFoundMessage={t('city.nothingFound')}
      />
      <TextInput
        label={t('field.informant')}
        placeholder={t('network.informantExample')}
        dir={informant === '' ? undefined : 'auto'}
        maxLength={200}
        value={informant}
        onChange={(event) => setInformant(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!isReady} leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />}>
        {t('network.add')}
      </Button>
    </form>
  );
}
