import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Person, PersonTraces } from '#shared/domain/people.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FigureList } from './figure-list.tsx';
import classes from './people.module.css';
import { usePeopleWords } from './use-people-words.ts';

/** Deletes a person for good after saying what goes; the person's name is typed to confirm. */
export function EraseDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { t } = useTexts();
  const words = usePeopleWords();
  const title = person ? t('erase.title', { name: words.nameOf(person) }) : '';
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      size="36rem"
      title={title}
      {...(person ? { role: 'alertdialog', 'aria-label': title } : {})}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
    >
      {person ? <EraseForm key={person.id} person={person} onClose={onClose} /> : null}
    </Modal>
  );
}

function EraseForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { data: traces, error: cannotLook } = useQuery(
    queries.privacy.traces.queryOptions({ input: { personId: person.id }, gcTime: 0, staleTime: 0, retry: false }),
  );
  const [asAuthor, setAsAuthor] = useState(true);
  const [inTexts, setInTexts] = useState(true);
  const [typed, setTyped] = useState('');
  const erase = useMutation(queries.privacy.erase.mutationOptions({ meta: { showsOwnError: true } }));
  const clean = useMutation(queries.privacy.cleanFile.mutationOptions({ meta: { showsOwnError: true } }));
  const isConfirmed = sameName(typed, person.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) erase.mutate({ personId: person.id, asAuthor, inTexts });
  };
  const done = clean.data ?? erase.data;
  const error = erase.error ?? clean.error ?? (erase.data ? null : cannotLook);

  if (done) {
    return (
      <div className={classes.dialog}>
        <Notice kind={done.isFileClean ? 'good' : 'caution'} title={t(done.isFileClean ? 'erase.done' : 'erase.unclean')}>
          {t(done.isFileClean ? 'erase.doneBody' : 'erase.uncleanBody')}
        </Notice>
        <Notice>{t('erase.elsewhere')}</Notice>
        {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
        <Group justify="flex-end">
          {done.isFileClean ? null : (
            <Button variant="default" loading={clean.isPending} onClick={() => clean.mutate({})}>
              {t('erase.cleanAgain')}
            </Button>
          )}
          <Button onClick={onClose} data-autofocus>
            {t('action.close')}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={classes.dialog}>
      <p>{t('erase.what')}</p>
      {traces ? <Traces traces={traces} /> : null}
      {traces && traces.madeByPerson > 0 ? (
        <Checkbox
          checked={asAuthor}
          onChange={(event) => setAsAuthor(event.currentTarget.checked)}
          label={t('erase.asAuthor')}
          description={t('erase.asAuthorNote')}
        />
      ) : null}
      {traces && traces.texts.length > 0 ? (
        <Checkbox
          checked={inTexts}
          onChange={(event) => setInTexts(event.currentTarget.checked)}
          label={t('erase.inTexts')}
          description={t('erase.inTextsNote')}
        />
      ) : null}
      <Notice kind="caution" title={t('erase.final')}>
        {t('erase.finalBody')}
      </Notice>
      {person.name.trim() ? (
        <TextInput
          label={t('erase.confirm', { name: person.name })}
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      ) : null}
      {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" color="red" disabled={!isConfirmed || !traces} loading={erase.isPending}>
          {t('people.erase')}
        </Button>
      </Group>
    </form>
  );
}

function Traces({ traces }: { traces: PersonTraces }) {
  const { t } = useTexts();
  const places = traces.texts.reduce((sum, text) => sum + text.places, 0);
  const figures: [string, number][] = [
    [t('erase.count.team'), traces.person.team.length],
    [t('erase.count.contacts'), traces.person.contactOf.length],
    [t('erase.count.present'), traces.person.presentAt.length],
    [t('erase.count.reported'), traces.person.reportedAt.length],
    [t('erase.count.history'), traces.historyEntries],
    [t('erase.count.author'), traces.madeByPerson],
    [t('erase.count.texts'), places],
  ];
  return <FigureList figures={figures} />;
}

const sameName = (typed: string, name: string): boolean => tidy(typed) === tidy(name);
const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
