import { Button, Checkbox, Drawer, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { emptyOwnDefinition, indicatorSourceTypes, type MonitorTheme, monitorThemes, type OwnDefinition } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';

/** Defines an indicator of the city's own: first its code and name, then everything else on the form that saves itself. */
export function OwnIndicatorDrawer({ code = '', onClose }: { code?: string; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const navigate = useNavigate();
  const add = useMutation(queries.indicators.addOwn.mutationOptions({ meta: { showsOwnError: true } }));
  const [wanted, setWanted] = useState(code);
  const [name, setName] = useState('');
  const create = () =>
    add.mutate(
      { code: wanted.trim(), definition: name.trim() ? { name: name.trim() } : {} },
      {
        onSuccess: (made) => {
          onClose();
          void navigate({ to: '/profile/indicators/$code', params: { code: made.code } });
        },
      },
    );
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={t('indicators.own.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <TextInput
          label={t('indicators.own.code')}
          description={t('indicators.own.code.hint')}
          value={wanted}
          readOnly={code !== ''}
          maxLength={100}
          onChange={(event) => setWanted(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput label={t('indicators.own.name')} value={name} dir="auto" maxLength={500} onChange={(event) => setName(event.currentTarget.value)} />
        {add.error ? <Notice kind="danger">{errorText(t, add.error)}</Notice> : null}
        <Button disabled={wanted.trim() === '' || (code === '' && name.trim() === '')} loading={add.isPending} onClick={create}>
          {t('indicators.own.create')}
        </Button>
      </Stack>
    </Drawer>
  );
}

/** The whole definition of the city's own indicator; each answer is saved as it is given. */
export function OwnDefinitionForm({ id, isSlot, onRemoved }: { id: string; isSlot: boolean; onRemoved: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const own = useQuery(queries.indicators.own.queryOptions({ input: { id } })).data;
  const update = useMutation(queries.indicators.updateOwn.mutationOptions());
  const remove = useMutation(queries.indicators.removeOwn.mutationOptions());
  const { ask, dialog } = useConfirm();
  if (!own) return null;
  const definition: OwnDefinition = { ...emptyOwnDefinition, ...own.definition };
  const save = (patch: Partial<OwnDefinition>) => update.mutate({ id, patch });
  const line = (field: 'name' | 'version' | 'unit' | 'referencePeriod' | 'population' | 'breakdowns' | 'custodian', label: string) => (
    <SavedTextInput label={label} value={definition[field]} onSave={(value) => save({ [field]: value })} />
  );
  const area = (field: 'explanation' | 'numerator' | 'denominator' | 'caveat', label: string) => (
    <SavedTextarea label={label} value={definition[field]} onSave={(value) => save({ [field]: value })} />
  );
  return (
    <Stack gap="md">
      {isSlot ? <Notice>{t('indicators.slot.note')}</Notice> : null}
      {line('name', t('indicators.own.name'))}
      {area('explanation', t('indicators.own.explanation'))}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'end' }}>
        {area('numerator', t('indicators.one.numerator'))}
        {area('denominator', t('indicators.one.denominator'))}
        {line('version', t('indicators.own.version'))}
        {line('unit', t('indicators.own.unit'))}
        {line('referencePeriod', t('indicators.one.period'))}
        {line('population', t('indicators.one.population'))}
        {line('breakdowns', t('indicators.own.breakdowns'))}
        {line('custodian', t('indicators.one.custodian'))}
      </SimpleGrid>
      {isSlot ? null : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'end' }}>
          <SavedNumberInput
            label={t('indicators.own.multiplier')}
            description={t('indicators.own.multiplier.hint')}
            value={definition.multiplier}
            onSave={(multiplier) => {
              if (multiplier === null || multiplier > 0) save({ multiplier });
            }}
          />
          <Select
            label={t('indicators.own.interval')}
            data={[
              { value: 'none', label: t('indicators.own.interval.none') },
              { value: 'wilson', label: t('indicators.method.wilson') },
              { value: 'garwood', label: t('indicators.method.garwood') },
            ]}
            value={definition.intervalMethod ?? 'none'}
            onChange={(value) => save({ intervalMethod: value === 'wilson' || value === 'garwood' ? value : null })}
            allowDeselect={false}
          />
          <Select
            label={t('indicators.own.direction')}
            data={(['up', 'down', 'show'] as const).map((value) => ({ value, label: t(`indicators.own.direction.${value}`) }))}
            value={definition.direction}
            onChange={(value) => value && save({ direction: value as OwnDefinition['direction'] })}
            allowDeselect={false}
          />
          <Select
            label={t('indicators.own.sourceType')}
            data={indicatorSourceTypes.map((value) => ({ value, label: t(`sourceType.${value}`) }))}
            value={definition.sourceType}
            onChange={(value) => value && save({ sourceType: value as OwnDefinition['sourceType'] })}
            allowDeselect={false}
          />
          <MultiSelect
            label={t('indicators.theme')}
            data={monitorThemes.map((value) => ({ value, label: t(`indicators.theme.${value}`) }))}
            value={definition.themes}
            onChange={(themes) => save({ themes: themes as MonitorTheme[] })}
          />
        </SimpleGrid>
      )}
      {isSlot ? null : (
        <Checkbox
          label={t('indicators.own.sensitive')}
          checked={definition.sensitivity === 'S10'}
          onChange={(event) => save({ sensitivity: event.currentTarget.checked ? 'S10' : 'S5' })}
        />
      )}
      {area('caveat', t('indicators.one.caveat'))}
      <div>
        <Button
          variant="subtle"
          color="red"
          onClick={() =>
            ask({
              title: t('indicators.own.remove.title'),
              body: t('indicators.own.remove.body', { name: definition.name || own.code, code: own.code }),
              action: t('action.remove'),
              onConfirm: () => remove.mutate({ id }, { onSuccess: onRemoved }),
            })
          }
        >
          {t('indicators.own.remove')}
        </Button>
      </div>
      {dialog}
    </Stack>
  );
}
