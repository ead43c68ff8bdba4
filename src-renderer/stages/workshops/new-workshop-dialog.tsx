import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Agenda } from '#shared/domain/workshops.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './new-workshop-dialog.module.css';
import { useWorkshop } from './use-workshop.ts';

/** Makes a workshop from one of the agendas, in the language of the screen. */
export function NewWorkshopDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal opened={isOpen} onClose={onClose} size="56rem" title={t('workshops.new')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {isOpen ? <Form onClose={onClose} /> : null}
    </Modal>
  );
}

const blank = 'blank';

function Form({ onClose }: { onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { choose } = useWorkshop();
  const agendas = useQuery(queries.workshops.agendas.queryOptions({ input: { language: formats.language } })).data ?? [];
  const [template, setTemplate] = useState('half-day-rapid');
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [startTime, setStartTime] = useState('09:00');
  const add = useMutation(queries.workshops.add.mutationOptions());
  const agenda = agendas.find(({ id }) => id === template);

  const make = (event: FormEvent) => {
    event.preventDefault();
    const day = startsOn === '' ? null : startsOn;
    const input = {
      template: template === blank ? '' : template,
      language: formats.language,
      startTime: startTime || '09:00',
      place: place.trim(),
      startsOn: day,
      endsOn: day ? dayAfter(day, (agenda?.days ?? 1) - 1) : null,
      ...(title.trim() ? { title: title.trim() } : {}),
    };
    add.mutate(input, {
      onSuccess: (workshop) => {
        choose(workshop.id);
        onClose();
      },
    });
  };

  return (
    <form onSubmit={make}>
      <Stack gap="md">
        <Radio.Group label={t('workshops.template')} value={template} onChange={setTemplate}>
          <div className={classes.choices}>
            {agendas.map((each) => (
              <Choice key={each.id} agenda={each} isChosen={each.id === template} />
            ))}
            <Radio.Card value={blank} className={classes.choice} data-chosen={template === blank || undefined}>
              <Radio.Indicator />
              <span>
                <strong>{t('workshops.blank.title')}</strong>
                <span className={classes.about}>{t('workshops.blank.body')}</span>
              </span>
            </Radio.Card>
          </div>
        </Radio.Group>
        <TextInput
          label={t('workshops.title')}
          placeholder={agenda?.title}
          value={title}
          maxLength={500}
          dir={title === '' ? undefined : 'auto'}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <div className={classes.when}>
          <TextInput label={t('workshops.startsOn')} type="date" value={startsOn} onChange={(event) => setStartsOn(event.currentTarget.value)} />
          <TextInput label={t('workshops.startTime')} type="time" value={startTime} onChange={(event) => setStartTime(event.currentTarget.value)} />
          <TextInput
            label={t('workshops.place')}
            value={place}
            maxLength={500}
            dir={place === '' ? undefined : 'auto'}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('workshops.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Choice({ agenda, isChosen }: { agenda: Agenda; isChosen: boolean }) {
  const { t, formats } = useTexts();
  const hours = Math.round(agenda.minutes / 30) / 2;
  return (
    <Radio.Card value={agenda.id} className={classes.choice} data-chosen={isChosen || undefined}>
      <Radio.Indicator />
      <span>
        <strong>{agenda.title}</strong>
        <span className={classes.length}>
          {t('workshops.length', { count: agenda.sessions.length, hours: formats.decimal(hours, hours % 1 === 0 ? 0 : 1) })}
        </span>
        <span className={classes.about}>{agenda.about}</span>
      </span>
    </Radio.Card>
  );
}

/** A calendar day some days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
