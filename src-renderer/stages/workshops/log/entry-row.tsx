import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconChecklist, IconGavel, IconNote, IconParking, IconQuote, IconTrash, type TablerIcon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type LogEntry, type LogEntryInput, type LogKind, logStatuses, type Session } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './log.module.css';

const icons: Readonly<Record<LogKind, TablerIcon>> = {
  decision: IconGavel,
  parking: IconParking,
  note: IconNote,
  quote: IconQuote,
  commitment: IconChecklist,
};

/** What may become of an entry. */
const statusesOf: Partial<Record<LogKind, readonly LogEntry['status'][]>> = {
  parking: ['open', 'taken-up', 'dropped'],
  commitment: ['open', 'done', 'dropped'],
};

/** One entry: its words can be mended in place; what was parked or promised says what became of it. */
export function EntryRow({ entry, sessions, isReadOnly }: { entry: LogEntry; sessions: readonly Session[]; isReadOnly: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.workshops.updateLogEntry.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removeLogEntry.mutationOptions());
  const save = (patch: Partial<LogEntryInput>) => update({ id: entry.id, patch });
  const Icon = icons[entry.kind];
  const statuses = statusesOf[entry.kind];
  const session = sessions.find(({ id }) => id === entry.sessionId);
  const kind = t(`log.kind.${entry.kind}`);
  return (
    <li className={classes.row} data-kind={entry.kind} data-closed={['dropped', 'done', 'taken-up'].includes(entry.status) || undefined}>
      <span className={classes.kind}>
        <Icon size="1.2rem" stroke={1.6} aria-hidden />
        <span>{kind}</span>
      </span>
      <div className={classes.body}>
        <SavedTextarea
          aria-label={t('log.textOf', { kind })}
          value={entry.text}
          minRows={1}
          readOnly={isReadOnly}
          variant="unstyled"
          classNames={{ input: classes.text }}
          onSave={(text) => save({ text })}
        />
        {entry.kind === 'commitment' ? (
          <div className={classes.promise}>
            <SavedTextInput label={t('log.responsible')} value={entry.responsible} readOnly={isReadOnly} onSave={(responsible) => save({ responsible })} />
            <TextInput
              label={t('log.dueOn')}
              type="date"
              value={entry.dueOn ?? ''}
              readOnly={isReadOnly}
              onChange={(event) => save({ dueOn: event.currentTarget.value || null })}
            />
          </div>
        ) : null}
        {entry.status === 'dropped' ? (
          <SavedTextInput label={t('log.reason')} value={entry.reason} readOnly={isReadOnly} onSave={(reason) => save({ reason })} />
        ) : null}
        <span className={classes.soft}>
          {formats.instant(entry.at)}
          {session ? (
            <>
              {' · '}
              <bdi>{session.title}</bdi>
            </>
          ) : null}
        </span>
      </div>
      <div className={classes.end}>
        {statuses ? (
          <Select
            aria-label={t('log.status')}
            data={statuses.map((value) => ({ value, label: t(`log.status.${value || 'open'}`) }))}
            value={entry.status || 'open'}
            allowDeselect={false}
            disabled={isReadOnly}
            onChange={(value) => {
              const status = logStatuses.find((each) => each === value);
              if (status) save({ status });
            }}
          />
        ) : null}
        {isReadOnly ? null : (
          <ActionIcon aria-label={t('log.remove')} onClick={() => remove({ id: entry.id })}>
            <IconTrash size="1.1rem" stroke={1.6} />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}
