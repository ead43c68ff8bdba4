import { Button, Drawer, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Offence, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useOffenceColumns } from './use-offence-columns.tsx';

const idOf = (offence: Offence) => offence.id;

/** Which group each of the city's own offence names counts in; several can be moved at once. */
export function OffenceDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const offences = useQuery(queries.incidents.offences.queryOptions()).data ?? [];
  const move = useMutation(queries.incidents.setOffenceGroup.mutationOptions());
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = offences.filter((offence) => (!only || offence.group === only) && plainWords(offence.name).includes(plainWords(search)));
  const chosenShown = shown.filter((offence) => chosen.has(offence.id));
  const { mutate } = move;

  const onGroup = useCallback((offence: Offence, group: OffenceGroup) => mutate({ offenceIds: [offence.id], group }), [mutate]);
  const columns = useOffenceColumns<Offence>({ keyOf: idOf, chosen, setChosen, onGroup });

  return (
    <Drawer opened onClose={onClose} position="right" size="46rem" title={t('offences.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p style={{ marginBlockStart: 0 }}>{t('offences.purpose')}</p>
      <Group align="end" mb="sm">
        <TextInput
          label={t('offences.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          dir="auto"
          style={{ flex: '1 1 10rem' }}
          data-autofocus
        />
        <Select
          label={t('offences.only')}
          placeholder={t('explore.filter.allGroups')}
          data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
          value={only}
          onChange={setOnly}
          clearable
        />
      </Group>
      <Group align="end" mb="sm" mih="3.75rem">
        <Button variant="default" onClick={() => setChosen(chosenShown.length === shown.length ? new Set() : new Set(shown.map((offence) => offence.id)))}>
          {chosenShown.length === shown.length && shown.length > 0 ? t('offences.chooseNone') : t('offences.chooseAll', { count: shown.length })}
        </Button>
        {chosenShown.length > 0 ? (
          <Select
            label={t('offences.moveTo', { count: chosenShown.length })}
            placeholder={t('offences.group')}
            data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
            value={null}
            onChange={(group) => {
              if (!group) return;
              mutate({ offenceIds: chosenShown.map((offence) => offence.id), group: group as OffenceGroup });
              setChosen(new Set());
            }}
          />
        ) : null}
      </Group>
      <DataTable
        caption={t('offences.title')}
        rows={shown}
        columns={columns}
        rowKey={(offence) => offence.id}
        initialSorting={[{ id: 'count', desc: true }]}
        isSelected={(offence) => chosen.has(offence.id)}
        maxHeight="calc(100vh - 19rem)"
        empty={<p>{t('offences.none')}</p>}
      />
    </Drawer>
  );
}
