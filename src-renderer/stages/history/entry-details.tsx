import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { HistoryEntry, ObjectChange } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { ObjectCard } from '../../app/history/object-card.tsx';
import type { NamedObject } from '../../app/history/object-history.tsx';
import { objectName } from '../../app/history/value-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { CountLines } from './count-lines.tsx';
import classes from './history.module.css';

/** From this many objects on the counts come first. */
const fewObjects = 3;

/** What one change did, object by object. */
export function EntryDetails({ entry, onObject }: { entry: HistoryEntry; onObject: (object: NamedObject) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const details = useQuery(queries.history.details.queryOptions({ input: { revision: entry.revision } })).data;
  if (!details) return <Skeleton h="3rem" my="sm" />;
  if (details.total === 0) return <p className={classes.nothing}>{t(entry.kind === 'note' ? 'history.entry.folded' : 'history.entry.nothing')}</p>;
  return (
    <>
      {details.total > fewObjects ? <CountLines counts={details.counts} /> : null}
      {details.objects.map((change) => (
        <ObjectCard
          key={`${change.type} ${change.id}`}
          change={change}
          actions={<ObjectActions change={change} revision={entry.revision} onObject={onObject} isIncoming={entry.mergeRevision !== null} />}
        />
      ))}
      {details.total > details.objects.length ? (
        <p className={classes.nothing}>{t('history.objects.more', { count: details.total - details.objects.length })}</p>
      ) : null}
    </>
  );
}

function ObjectActions({
  change,
  revision,
  isIncoming,
  onObject,
}: {
  change: ObjectChange;
  revision: number;
  isIncoming: boolean;
  onObject: (object: NamedObject) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const name = objectName(t, change);
  const { type, id } = change;
  const { mutate: restore } = useMutation(
    queries.history.restoreObject.mutationOptions({ onSuccess: () => notifications.show({ message: t('history.restored', { name }), withBorder: true }) }),
  );
  const mayRestore = !isReadOnly && !isIncoming && change.kind !== 'added' && type !== 'snapshot';
  return (
    <>
      {mayRestore ? (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('history.restoreObject.named', { name })}
          // Right before this change.
          onClick={() => restore({ type, id, revision: revision - 1 })}
        >
          {t('history.restoreObject')}
        </Button>
      ) : null}
      <Button variant="subtle" size="compact-md" aria-label={t('history.object.openNamed', { name })} onClick={() => onObject({ type, id, name })}>
        {t('history.object.open')}
      </Button>
    </>
  );
}
