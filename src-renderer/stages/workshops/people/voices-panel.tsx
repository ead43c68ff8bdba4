import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './people.module.css';
import type { PeopleProps } from './people-props.ts';
import { usePeopleWords } from './use-people-words.ts';

/** Groups whose voice is shown apart. Who belongs says so alone, on the phone, on paper or with the facilitator: nobody is put in by somebody else. */
export function VoicesPanel({ workshop, participants, groups }: PeopleProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const words = usePeopleWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { mutate: add } = useMutation(queries.workshops.addGroup.mutationOptions());
  const { mutate: update } = useMutation(queries.workshops.updateGroup.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removeGroup.mutationOptions());
  const voices = groups.filter(({ kind }) => kind === 'identity');
  const saying = (group: string) => participants.filter(({ residentGroups }) => residentGroups.some((each) => each === group)).length;
  return (
    <Panel title={t('voices.title')} note={t('voices.note')}>
      {voices.length > 0 ? (
        <ul className={classes.voices}>
          {voices.map((group) => (
            <li key={group.id}>
              <SavedTextInput
                aria-label={t('groups.nameOf', { name: group.name })}
                value={group.name}
                readOnly={isReadOnly}
                onSave={(name) => update({ id: group.id, patch: { name } })}
              />
              <SavedNumberInput
                aria-label={t('voices.peopleOf', { name: group.name })}
                value={group.people}
                min={0}
                allowDecimal={false}
                readOnly={isReadOnly}
                rightSection={<span className={classes.soft}>{t('voices.people')}</span>}
                rightSectionWidth="4.5rem"
                onSave={(people) => update({ id: group.id, patch: { people: Math.max(0, Math.round(people ?? 0)) } })}
              />
              {isReadOnly ? null : (
                <ActionIcon aria-label={t('groups.removeOf', { name: group.name })} onClick={() => remove({ id: group.id })}>
                  <IconTrash size="1rem" stroke={1.6} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isReadOnly ? null : (
        <div className={classes.addVoice}>
          <Select
            label={t('voices.which')}
            data={words.residentGroups}
            value={chosen}
            onChange={setChosen}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('action.clear') }}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => {
              const label = words.residentGroups.find(({ value }) => value === chosen)?.label ?? t('voices.newName');
              add({ workshopId: workshop.id, name: label, kind: 'identity', people: chosen ? saying(chosen) : 0 });
              setChosen(null);
            }}
          >
            {t('voices.add')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
