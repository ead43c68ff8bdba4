import { Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ObjectReference } from '#shared/domain/history.ts';
import { type Subject, subjectSchema, subjects } from '#shared/domain/project.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { NamedObject } from '../../app/history/object-history.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWorkshopPlaces } from '../profile/use-workshop-places.ts';
import classes from './history.module.css';

/** What is chosen above the timeline. */
export interface FilterChoice {
  readonly subject: Subject | null;
  /** Null = everybody; empty = not said. */
  readonly person: string | null;
  /** A session's id, `*` = whether one ran or not, `-` = while none ran. */
  readonly session: string;
  /** A local day, YYYY-MM-DD; empty = up to now. */
  readonly until: string;
  readonly object: NamedObject | null;
}

export interface TimelineFilter {
  readonly query: { subject?: Subject; person?: string; sessionId?: string | null; until?: string; object?: ObjectReference };
  readonly isEverything: boolean;
}

const allValue = '*';
const outsideValue = '-';

export const everything: FilterChoice = { subject: null, person: null, session: allValue, until: '', object: null };

export function filterOf({ subject, person, session, until, object }: FilterChoice): TimelineFilter {
  const endOfDay = until ? new Date(`${until}T23:59:59.999`) : null;
  return {
    query: {
      ...(subject && { subject }),
      ...(person !== null && { person }),
      ...(session !== allValue && { sessionId: session === outsideValue ? null : session }),
      ...(object && { object: { type: object.type, id: object.id } }),
      ...(endOfDay && !Number.isNaN(endOfDay.getTime()) && { until: endOfDay.toISOString() }),
    },
    isEverything: subject === null && person === null && session === allValue && until === '' && object === null,
  };
}

/** By what, by whom, in which session, up to which day. */
export function FilterBar({ choice, onChange }: { choice: FilterChoice; onChange: (choice: FilterChoice) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const people = useQuery(queries.history.people.queryOptions()).data ?? [];
  const { sessions } = useWorkshopPlaces();
  return (
    <div className={classes.filters} role="group" aria-label={t('history.filter')}>
      <Select
        label={t('history.filter.subject')}
        value={choice.subject ?? allValue}
        data={[
          { value: allValue, label: t('history.filter.allSubjects') },
          ...subjects.map((subject) => ({ value: subject, label: t(`history.subject.${subject}`) })),
        ]}
        onChange={(value) => onChange({ ...choice, subject: subjectSchema.safeParse(value).data ?? null })}
      />
      <Select
        label={t('history.filter.person')}
        value={choice.person === null ? allValue : `=${choice.person}`}
        data={[
          { value: allValue, label: t('history.filter.allPeople') },
          ...people.map((person) => ({ value: `=${person}`, label: person })),
          { value: '=', label: t('history.filter.nobody') },
        ]}
        onChange={(value) => onChange({ ...choice, person: value === null || value === allValue ? null : value.slice(1) })}
      />
      {sessions.length > 0 ? (
        <Select
          label={t('history.filter.session')}
          value={choice.session}
          data={[
            { value: allValue, label: t('history.filter.allSessions') },
            ...sessions.map(({ group, items }) => ({ group, items: [...items] })),
            { value: outsideValue, label: t('history.filter.noSession') },
          ]}
          onChange={(value) => onChange({ ...choice, session: value ?? allValue })}
          comboboxProps={{ width: '18rem', position: 'bottom-start' }}
        />
      ) : null}
      <TextInput
        type="date"
        label={t('history.filter.until')}
        value={choice.until}
        onChange={(event) => onChange({ ...choice, until: event.currentTarget.value })}
      />
      {choice.object ? <span className={classes.only}>{t('history.filter.object', { name: choice.object.name })}</span> : null}
      {filterOf(choice).isEverything ? null : (
        <Button variant="subtle" leftSection={<IconX size="1rem" stroke={1.6} aria-hidden />} onClick={() => onChange(everything)}>
          {t('history.filter.showAll')}
        </Button>
      )}
    </div>
  );
}
