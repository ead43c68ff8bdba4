import { useCallback, useEffect, useState } from 'react';

/**
 * A choice that shows at once and is saved at once: what was chosen stands until it comes back from the project. A further choice
 * made meanwhile counts on top of it. `save` calls `undo` when the choice could not be kept.
 */
export function usePromptValue<Value>(stored: Value, save: (value: Value, undo: () => void) => void): readonly [Value, (value: Value) => void] {
  const [chosen, setChosen] = useState<{ value: Value } | null>(null);
  useEffect(() => {
    if (chosen && JSON.stringify(chosen.value) === JSON.stringify(stored)) setChosen(null);
  }, [chosen, stored]);
  const choose = useCallback(
    (value: Value) => {
      setChosen({ value });
      save(value, () => setChosen(null));
    },
    [save],
  );
  return [chosen ? chosen.value : stored, choose];
}
