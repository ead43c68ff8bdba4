import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type LogKind, logKinds, type Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './log.module.css';

/** Noting something while the room goes on: kind, text, Ctrl+Enter. The session that runs is noted with it. */
export function NoteForm({ workshop, onNoted }: { workshop: Workshop; onNoted?: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.workshops.addLogEntry.mutationOptions());
  const [kind, setKind] = useState<LogKind>('note');
  const [text, setText] = useState('');
  const [responsible, setResponsible] = useState('');
  const [dueOn, setDueOn] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const save = () => {
    if (text.trim() === '') return;
    const promise = kind === 'commitment' ? { responsible: responsible.trim(), dueOn: dueOn || null } : {};
    add.mutate({ workshopId: workshop.id, kind, text: text.trim(), ...promise }, { onSuccess: () => onNoted?.() });
    setText('');
    setResponsible('');
    setDueOn('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SegmentedControl
        className={classes.kinds ?? ''}
        withItemsBorders={false}
        aria-label={t('log.kind')}
        data={logKinds.map((value) => ({ value, label: t(`log.kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(logKinds.find((each) => each === value) ?? 'note')}
      />
      <Textarea
        ref={field}
        label={t('log.text')}
        placeholder={t(`log.placeholder.${kind}`)}
        value={text}
        dir={text === '' ? undefined : 'auto'}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      {kind === 'commitment' ? (
        <div className={classes.promise}>
          <TextInput
            label={t('log.responsible')}
            placeholder={t('log.responsiblePlaceholder')}
            value={responsible}
            maxLength={500}
            onChange={(event) => setResponsible(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <TextInput label={t('log.dueOn')} type="date" value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
        </div>
      ) : null}
      <div className={classes.save}>
        <Button type="submit" disabled={text.trim() === ''}>
          {t('log.save')}
        </Button>
        <span className={classes.soft}>{t('log.keys')}</span>
      </div>
    </form>
  );
}
