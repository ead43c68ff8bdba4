import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { HistoryStep, HistorySteps } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../engine/engine-provider.tsx';
import { errorText } from '../engine/refusals.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './undo-provider.module.css';
import { useChangeWords } from './use-change-words.ts';

type Direction = 'undo' | 'redo';

interface UndoValue {
  readonly steps: HistorySteps;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

const UndoContext = createContext<UndoValue | null>(null);
const noSteps: HistorySteps = { undo: null, redo: null };
/** How long it can still be answered, in milliseconds. */
const noteMs = 10_000;
const noteId = 'undo-note';
const removal = /\.remove[A-Z]?\w*$/;

/** Undo and redo of the open project for everything below; tells what was undone, and offers to take back what was just removed. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const { client, queries } = useEngine();
  const project = useProject();
  const steps = useQuery({ ...queries.history.steps.queryOptions(), enabled: Boolean(project) }).data;
  const words = useChangeWords();
  const [said, setSaid] = useState('');
  const waiting = useRef(Promise.resolve());
  const take = useRef<(direction: Direction) => Promise<void>>(async () => {});
  /** What the note on the screen offers to redo. */
  const offered = useRef<number | null>(null);

  const tell = useCallback(
    (message: string, action: Direction) => {
      notifications.hide(noteId);
      setSaid(message);
      notifications.show({
        id: noteId,
        // The words are spoken by the live region that is always there.
        role: 'group',
        'aria-label': message,
        autoClose: noteMs,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('action.close') },
        message: <UndoNote message={message} label={t(`shell.${action}`)} onAct={() => void take.current(action)} />,
      });
    },
    [t],
  );

  const takeStep = async (direction: Direction) => {
    try {
      const done = await client.history[direction]();
      offered.current = direction === 'undo' ? done.revision : null;
      tell(t(direction === 'undo' ? 'shell.undone' : 'shell.redone', { what: words(done) }), direction === 'undo' ? 'redo' : 'undo');
    } catch (error) {
      setSaid(errorText(t, error));
      notifications.show({ id: noteId, message: errorText(t, error), autoClose: noteMs, withBorder: true });
    }
  };
  // Quick presses are taken one after the other; none is lost.
  take.current = (direction) => {
    waiting.current = waiting.current.then(() => takeStep(direction));
    return waiting.current;
  };

  useEffect(() => {
    if (!steps || steps.redo || offered.current === null) return;
    // It was done again by other means, or something new was done instead.
    offered.current = null;
    notifications.hide(noteId);
  }, [steps]);

  useRemovalNote({ fileId: project ? project.path : null, step: steps?.undo ?? null, isKnown: steps !== undefined, tell, words });

  const value = useMemo<UndoValue>(() => ({ steps: steps ?? noSteps, undo: () => take.current('undo'), redo: () => take.current('redo') }), [steps]);
  return (
    <UndoContext.Provider value={value}>
      {children}
      <div role="status" className="visually-hidden">
        {said}
      </div>
    </UndoContext.Provider>
  );
}

/** «X was removed – Undo», as soon as a removal is the newest change of the open file. */
function useRemovalNote({
  fileId,
  step,
  isKnown,
  tell,
  words,
}: {
  fileId: string | null;
  step: HistoryStep | null;
  isKnown: boolean;
  tell: (message: string, action: Direction) => void;
  words: (step: HistoryStep) => string;
}) {
  const seen = useRef<{ file: string | null; revision: number } | null>(null);
  useEffect(() => {
    if (!isKnown) return;
    const last = seen.current;
    const revision = step?.revision ?? 0;
    seen.current = { file: fileId, revision: Math.max(revision, last?.file === fileId ? last.revision : 0) };
    const isNew = last !== null && last.file === fileId && revision > last.revision;
    if (!isNew || !step) return;
    if (removal.test(step.name)) tell(words(step), 'undo');
    // What the note offers to undo is no longer the newest.
    else notifications.hide(noteId);
  }, [fileId, step, isKnown, tell, words]);
}

function UndoNote({ message, label, onAct }: { message: string; label: string; onAct: () => void }) {
  return (
    <span className={classes.note}>
      <bdi>{message}</bdi>
      <Button variant="subtle" size="compact-md" onClick={onAct}>
        {label}
      </Button>
    </span>
  );
}

export function useUndo(): UndoValue {
  const value = useContext(UndoContext);
  if (!value) throw new Error('useUndo outside UndoProvider');
  return value;
}
