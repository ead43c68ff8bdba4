import { useCallback, useEffect, useRef, useState } from 'react';

/** A pause in typing after which what stands there is saved, in milliseconds. */
const pauseMs = 500;

/**
 * Keeps what is being typed and saves it: after a short pause, when the field is left, when the screen goes away and when the
 * window is closed. A newer value from elsewhere is taken over only while nothing unsaved is typed.
 */
export function useSavedValue<Value>(stored: Value, save: (value: Value) => void) {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const pending = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saveRef = useRef(save);
  saveRef.current = save;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const waiting = pending.current;
    pending.current = null;
    if (waiting) saveRef.current(waiting.value);
  }, []);

  const change = useCallback(
    (value: Value) => {
      setDraft({ value });
      pending.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    [flush],
  );

  // What was saved has arrived: the draft has done its work.
  useEffect(() => {
    if (!pending.current && draft && Object.is(draft.value, stored)) setDraft(null);
  }, [stored, draft]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { value: draft ? draft.value : stored, change, flush };
}
