import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';
import { recipeOf } from '../with-answers.ts';

/** Keeps this way of reading under a name: next year's file with the same columns then needs one click. */
export function KeepRecipe({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [name, setName] = useState('');
  const keep = useMutation(queries.imports.saveRecipe.mutationOptions());
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    keep.mutate({ name: name.trim(), recipe: recipeOf(preview, work.patch), columns: preview.columns.map((column) => column.name) });
  };
  return (
    <form className={classes.keepRecipe} onSubmit={send}>
      <TextInput
        label={t('workbench.keep.label')}
        description={t('workbench.keep.hint')}
        placeholder={t('workbench.keep.placeholder')}
        dir="auto"
        maxLength={500}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          keep.reset();
        }}
      />
      <Button type="submit" variant="default" disabled={!name.trim() || keep.isSuccess} loading={keep.isPending}>
        {t('workbench.keep.action')}
      </Button>
      <span role="status" className={classes.kept}>
        {keep.isSuccess ? (
          <>
            <IconCircleCheck size="1.1rem" stroke={1.6} aria-hidden /> {t('workbench.keep.done')}
          </>
        ) : null}
      </span>
    </form>
  );
}
