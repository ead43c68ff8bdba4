import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type OutsideDimension, outsideDimensions } from '#shared/domain/factors.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './outside.module.css';

/** The line that adds an influence from outside; it opens at once, to be weighed. */
export function AddOutside({ onAdded }: { onAdded: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.factors.addOutside.mutationOptions());
  const [dimension, setDimension] = useState<OutsideDimension>('political');
  const [text, setText] = useState('');
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({ dimension, text: text.trim() }, { onSuccess: ({ id }) => onAdded(id) });
    setText('');
  };
  return (
    <Panel>
      <form className={classes.add} onSubmit={enter}>
        <Select
          label={t('outside.dimension')}
          data={outsideDimensions.map((value) => ({ value, label: t(`outsideDimension.${value}`) }))}
          value={dimension}
          onChange={(value) => setDimension(outsideDimensions.find((known) => known === value) ?? dimension)}
        />
        <TextInput
          label={t('outside.text')}
          placeholder={t(`outside.example.${dimension}`)}
          dir={text === '' ? undefined : 'auto'}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}>
          {t('action.add')}
        </Button>
      </form>
    </Panel>
  );
}
