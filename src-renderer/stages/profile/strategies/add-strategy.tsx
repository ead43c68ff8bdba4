import { Button, Group, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type StrategyInput, strategySectors } from '#shared/domain/strategies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ReadingFields } from './reading-fields.tsx';
import classes from './strategies.module.css';
import { useReading } from './use-reading.ts';

const nothing: Omit<StrategyInput, 'note'> = { title: '', body: '', year: null, sector: '' };

/** A strategy of the city, with its text read at once where there is one. */
export function AddStrategy({ isOpen, onClose, onAdded }: { isOpen: boolean; onClose: () => void; onAdded: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [facts, setFacts] = useState(nothing);
  const work = useReading();
  const add = useMutation(queries.strategies.add.mutationOptions({ meta: { showsOwnError: true } }));
  const set = (patch: Partial<typeof nothing>) => setFacts({ ...facts, ...patch });
  const close = () => {
    add.reset();
    if (work.isOpening) work.clear();
    onClose();
  };
  const enter = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { ...facts, title: facts.title.trim(), ...(work.reading ? { reading: work.reading } : {}) },
      {
        onSuccess: ({ id }) => {
          setFacts(nothing);
          work.clear();
          close();
          onAdded(id);
        },
      },
    );
  };
  return (
    <Modal opened={isOpen} onClose={close} title={t('strategies.add')} size="42rem" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={enter} className={classes.fields}>
        <TextInput
          label={t('strategies.name')}
          placeholder={t('strategies.name.example')}
          dir={facts.title === '' ? undefined : 'auto'}
          maxLength={500}
          value={facts.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          data-autofocus
        />
        <div className={classes.three}>
          <TextInput label={t('strategies.body')} maxLength={500} value={facts.body} onChange={(event) => set({ body: event.currentTarget.value })} />
          <Select
            label={t('strategies.sector')}
            data={strategySectors.map((value) => ({ value, label: t(`strategySector.${value}`) }))}
            value={facts.sector === '' ? null : facts.sector}
            onChange={(value) => set({ sector: strategySectors.find((known) => known === value) ?? '' })}
          />
          <NumberInput
            label={t('field.year')}
            min={1800}
            max={2200}
            clampBehavior="none"
            allowDecimal={false}
            thousandSeparator=""
            hideControls
            dir="ltr"
            value={facts.year ?? ''}
            onChange={(value) => set({ year: typeof value === 'number' && value >= 1800 && value <= 2200 ? value : null })}
          />
        </div>
        <ReadingFields work={work} />
        {add.isError ? <Notice kind="danger">{errorText(t, add.error)}</Notice> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={work.isOpening || (facts.title.trim() === '' && work.reading === null)}>
            {t(work.reading ? 'strategies.readAction' : 'action.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
