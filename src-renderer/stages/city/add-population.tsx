import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PopulationRow, sexes } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './population-table.module.css';

/** A figure more: for a cell that has one already it is kept beside it, for a person to decide between them. */
export function AddPopulation({ areaId, known }: { areaId: string; known: readonly PopulationRow[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const set = useMutation(queries.areas.setPopulationCell.mutationOptions());
  const addAlternative = useMutation(queries.areas.addAlternative.mutationOptions());
  const [year, setYear] = useState<number | string>('');
  const [sex, setSex] = useState<PopulationRow['sex']>('all');
  const [ageBand, setAgeBand] = useState('');
  const [value, setValue] = useState<number | string>('');
  const [source, setSource] = useState('');
  const cell = { areaId, year: typeof year === 'number' ? year : null, sex, ageBand: ageBand.trim() };
  const isTaken = known.some((row) => row.year === cell.year && row.sex === sex && row.ageBand === cell.ageBand);
  const save = async () => {
    if (typeof value !== 'number') return;
    if (isTaken) await addAlternative.mutateAsync({ ...cell, value, source: source.trim(), note: '' });
    else await set.mutateAsync({ ...cell, value, source: source.trim() });
    setValue('');
  };
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        save().catch(() => undefined);
      }}
    >
      <NumberInput label={t('areas.year')} value={year} onChange={setYear} min={1800} max={2200} allowDecimal={false} thousandSeparator="" hideControls />
      <Select
        label={t('areas.population.sex')}
        data={sexes.map((option) => ({ value: option, label: t(`sex.${option}`) }))}
        value={sex}
        onChange={(next) => setSex((next ?? 'all') as PopulationRow['sex'])}
        allowDeselect={false}
      />
      <TextInput
        label={t('areas.population.age')}
        placeholder={t('areas.population.allAges')}
        maxLength={40}
        value={ageBand}
        onChange={(event) => setAgeBand(event.currentTarget.value)}
      />
      <NumberInput label={t('areas.residents')} value={value} onChange={setValue} min={0} hideControls required />
      <TextInput label={t('areas.source')} dir="auto" maxLength={500} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
      <Button type="submit" variant="default" disabled={typeof value !== 'number'} loading={set.isPending || addAlternative.isPending}>
        {t(isTaken ? 'areas.population.addOther' : 'action.add')}
      </Button>
    </form>
  );
}
