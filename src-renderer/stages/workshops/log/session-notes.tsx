import { useMutation } from '@tanstack/react-query';
import type { Session } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './log.module.css';

/** Longer notes, one field per session; breaks have none. */
export function SessionNotes({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { mutate: update } = useMutation(queries.workshops.updateSession.mutationOptions());
  const noted = sessions.filter(({ kind }) => kind !== 'break' && kind !== 'lunch');
  if (noted.length === 0) return null;
  return (
    <Panel title={t('log.sessionNotes')} note={t('agenda.item.notesNote')}>
      <div className={classes.notes}>
        {noted.map((session) => (
          <SavedTextarea
            key={session.id}
            label={t('log.notesOf', { day: session.day, name: session.title || t('agenda.untitled') })}
            value={session.notes}
            readOnly={isReadOnly}
            onSave={(notes) => update({ id: session.id, patch: { notes } })}
          />
        ))}
      </div>
    </Panel>
  );
}
