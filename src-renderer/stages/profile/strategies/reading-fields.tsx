import { Button, Group, Progress, Select, Textarea } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { scanLanguages } from '#shared/domain/strategies.ts';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
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
        <ChosenDocument work={work} fileName={work.file.fileName} />
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
      {work.failure ? <Notice kind="danger">{errorText(t, work.failure)}</Notice> : null}
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

/** The file with what was found in it, or how far opening it has come. */
function ChosenDocument({ work, fileName }: { work: ReadingWork; fileName: string }) {
  const { t, formats } = useTexts();
  const { found, progress } = work;
  const share = progress?.total ? (progress.done / progress.total) * 100 : 0;
  const words = formats.count(found?.wordCount ?? 0);
  const openedText =
    found && (found.pageCount === null ? t('strategies.opened', { words }) : t('strategies.openedPages', { words, pages: formats.count(found.pageCount) }));
  const pageText = progress?.total
    ? t('strategies.openingPage', { done: formats.count(progress.done), total: formats.count(progress.total) })
    : t('strategies.opening');
  return (
    <div className={classes.document}>
      <Group gap="xs" className={classes.file}>
        <IconFileText size="1.2rem" stroke={1.6} aria-hidden />
        <bdi>{fileName}</bdi>
        <Button variant="subtle" size="compact-md" leftSection={<IconX size="1rem" aria-hidden />} onClick={work.dropFile}>
          {t(found ? 'action.remove' : 'action.cancel')}
        </Button>
      </Group>
      <p className={classes.faint} role="status">
        {openedText ?? pageText}
      </p>
      {found ? null : <Progress value={share} size="sm" aria-label={t('strategies.opening')} />}
      {found && found.silentPageCount > 0 ? <Notice kind="caution">{t('strategies.silentPages', { count: found.silentPageCount })}</Notice> : null}
    </div>
  );
}
