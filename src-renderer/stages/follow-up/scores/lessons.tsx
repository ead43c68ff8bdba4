import { ActionIcon, Button, Checkbox, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Lesson, LessonInput } from '#shared/domain/follow-up.ts';
import { stages } from '#shared/domain/stages.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../follow-up.module.css';

/** What was learned, and what is done differently next time. */
export function Lessons() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const lessons = useQuery(queries.followUp.lessons.queryOptions()).data ?? [];
  const { mutate: add, isPending } = useMutation(queries.followUp.addLesson.mutationOptions());
  return (
    <Panel
      title={t('followUp.lessons.title')}
      note={t('followUp.lessons.note')}
      plain
      actions={
        <Button variant="default" loading={isPending} leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => add({})}>
          {t('followUp.lessons.add')}
        </Button>
      }
    >
      <ul className={classes.list}>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} />
        ))}
      </ul>
      {lessons.length === 0 ? <p className={classes.rest}>{t('followUp.lessons.none')}</p> : null}
    </Panel>
  );
}

function LessonRow({ lesson }: { lesson: Lesson }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.followUp.updateLesson.mutationOptions());
  const { mutate: remove } = useMutation(queries.followUp.removeLesson.mutationOptions());
  const save = (patch: Partial<LessonInput>) => update({ id: lesson.id, patch });
  return (
    <li>
      <div className={classes.form}>
        <SavedTextarea className={classes.wide} label={t('followUp.lessons.text')} value={lesson.text} onSave={(text) => save({ text })} />
        <SavedTextarea className={classes.wide} label={t('followUp.lessons.nextTime')} value={lesson.nextTime} onSave={(nextTime) => save({ nextTime })} />
        <Select
          label={t('followUp.lessons.stage')}
          data={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
          value={lesson.stage || null}
          onChange={(stage) => save({ stage: stage ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.remove') }}
        />
      </div>
      <div className={classes.foot}>
        <Checkbox size="md" label={t('followUp.isPublic')} checked={lesson.isPublic} onChange={(event) => save({ isPublic: event.currentTarget.checked })} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="2.25rem"
          aria-label={t('followUp.lessons.remove', { text: lesson.text.slice(0, 60) })}
          onClick={() => remove({ id: lesson.id })}
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
