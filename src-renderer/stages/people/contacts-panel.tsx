import { ActionIcon, Autocomplete, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconShieldLock, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Contact, ContactPatch, Person } from '#shared/domain/people.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import classes from './people.module.css';
import { usePeopleWords } from './use-people-words.ts';

/** Whom to call at a stakeholder: each a person, who may speak for others too or belong to the team. */
export function ContactsPanel({ stakeholderId, name }: { stakeholderId: string; name: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const contacts = useQuery(queries.people.contacts.queryOptions({ input: { stakeholderId } })).data;
  if (!contacts) return null;
  return (
    <section className={classes.contacts} aria-label={t('contacts.title')}>
      <h3>{t('contacts.title')}</h3>
      {contacts.length === 0 ? <p className={classes.quiet}>{t('contacts.empty')}</p> : null}
      {contacts.map((contact) => (
        <ContactCard key={contact.id} contact={contact} stakeholder={name} />
      ))}
      <AddContact stakeholderId={stakeholderId} known={contacts} />
      <p className={classes.why} role="note">
        <IconShieldLock size="1.2rem" stroke={1.6} aria-hidden />
        <span>{t('contacts.privacy')}</span>
      </p>
    </section>
  );
}

function ContactCard({ contact, stakeholder }: { contact: Contact; stakeholder: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.people.updateContact.mutationOptions());
  const { mutate: remove } = useMutation(queries.people.removeContact.mutationOptions());
  const save = (patch: ContactPatch) => update({ id: contact.id, patch });
  const who = contact.name || t('people.nameless');
  const { alsoIn } = contact;
  const others = [...(alsoIn.isInTeam ? [t('people.team')] : []), ...alsoIn.stakeholders.map((name) => name || t('register.nameless'))];
  return (
    <fieldset className={classes.card} aria-label={who}>
      <div className={classes.cardHead}>
        <SavedTextInput label={t('contacts.name')} value={contact.name} onSave={(name) => save({ name })} />
        <Tooltip label={t('contacts.removeOf', { name: who })}>
          <ActionIcon
            color="gray"
            aria-label={t('contacts.removeOf', { name: who })}
            onClick={() =>
              ask({
                title: t('contacts.removeTitle', { name: who, stakeholder: stakeholder || t('register.nameless') }),
                body: t(others.length > 0 ? 'contacts.removeBodyOthers' : 'contacts.removeBody'),
                action: t('action.remove'),
                onConfirm: () => remove({ id: contact.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {others.length > 0 ? <p className={classes.quiet}>{t('contacts.alsoIn', { places: others.join(' · ') })}</p> : null}
      <SavedTextInput label={t('contacts.role')} value={contact.role} onSave={(role) => save({ role })} />
      <div className={classes.pair}>
        <SavedTextInput label={t('contacts.phone')} type="tel" dir="ltr" value={contact.phone} onSave={(phone) => save({ phone })} autoComplete="off" />
        <SavedTextInput label={t('contacts.email')} type="email" dir="ltr" value={contact.email} onSave={(email) => save({ email })} autoComplete="off" />
      </div>
      <SavedTextarea label={t('contacts.note')} value={contact.note} onSave={(note) => save({ note })} minRows={1} />
      {dialog}
    </fieldset>
  );
}

/** A name: of somebody new, or of somebody who stands in the project already. */
function AddContact({ stakeholderId, known }: { stakeholderId: string; known: readonly Contact[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = usePeopleWords();
  const people = useQuery(queries.people.list.queryOptions({})).data ?? [];
  const { mutate: add, isPending } = useMutation(queries.people.addContact.mutationOptions());
  const [name, setName] = useState('');
  const choices = choicesOf(
    people.filter((person) => !person.isRemoved && person.name !== '' && !known.some(({ personId }) => personId === person.id)),
    (person) => words.placesOf(person).join(' · '),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    add({ stakeholderId, details: { name: name.trim() } });
    setName('');
  };
  return (
    <form onSubmit={submit} className={classes.add}>
      <Autocomplete
        label={t('contacts.add.label')}
        description={t('contacts.add.note')}
        dir={name === '' ? undefined : 'auto'}
        maxLength={500}
        value={name}
        data={[...choices.keys()]}
        limit={8}
        comboboxProps={{ withinPortal: true }}
        onChange={setName}
        onOptionSubmit={(choice) => {
          const person = choices.get(choice);
          if (!person) return;
          add({ stakeholderId, personId: person.id });
          // The field takes over the chosen words after this.
          setTimeout(() => setName(''));
        }}
        autoComplete="off"
      />
      <Button type="submit" variant="default" disabled={!name.trim()} loading={isPending} leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}>
        {t('action.add')}
      </Button>
    </form>
  );
}

/** Each person under words that nobody else has: the name, where that is not enough with a place. */
function choicesOf(people: readonly Person[], placesOf: (person: Person) => string): Map<string, Person> {
  const choices = new Map<string, Person>();
  for (const person of people) {
    const places = placesOf(person);
    let label = places ? `${person.name} – ${places}` : person.name;
    while (choices.has(label)) label += ' *';
    choices.set(label, person);
  }
  return choices;
}
