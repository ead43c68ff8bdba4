import { Button, Group, Select, Textarea } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { scanLanguages } from '#shared/domain/strategies.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useDropTarget } from '../../import/use-drop-target.ts';
import classes from './strategies.module.css';
import type { ReadingWork } from './use-reading.ts';

/** Where the text comes from: pasted, chosen or dropped. It is read here and not kept. */
export function ReadingFields({ work }: { work: ReadingWork }) {
  const { t, language } = useTexts();
  const { isOver, target } = useDropTarget(work.take);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <div className={classes.reading} data-over={isOver || undefined} {...target}>
      {work.file ? (
        <Group gap="xs" className={classes.file}>
          <IconFileText size="1.2rem" stroke={1.6} aria-hidden />
          <bdi>{work.file.fileName}</bdi>
          <Button variant="subtle" size="compact-md" leftSection={<IconX size="1rem" aria-hidden />} onClick={work.dropFile}>
            {t('action.remove')}
          </Button>
        </Group>
      ) : (
        <Textarea
          label={t('strategies.paste')}
          description={t('strategies.paste.hint')}
          dir={work.text === '' ? undefined : 'auto'}
          minRows={5}
          maxRows={10}
          autosize
          value={work.text}
          onChange={(event) => work.setText(event.currentTarget.value)}
        />
      )}
      <div className={classes.readingFoot}>
        <Button variant="default" leftSection={<IconFileText size="1.1rem" stroke={1.6} aria-hidden />} onClick={work.choose}>
          {t('strategies.chooseFile')}
        </Button>
        <Select
          aria-label={t('strategies.language')}
          placeholder={t('strategies.language.guess')}
          data={scanLanguages.map((value) => ({ value, label: names.of(value) ?? value }))}
          value={work.language}
          onChange={work.setLanguage}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
      </div>
    </div>
  );
}
