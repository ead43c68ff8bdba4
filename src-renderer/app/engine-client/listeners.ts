/** Listeners that can be told something; what is said before the first one comes is kept for it. */
export function createListeners<Value>() {
  const listeners = new Set<(value: Value) => void>();
  const waiting: Value[] = [];
  return {
    add(listener: (value: Value) => void): () => void {
      listeners.add(listener);
      for (const value of waiting.splice(0)) listener(value);
      return () => listeners.delete(listener);
    },
    tell(value: Value): void {
      if (listeners.size === 0) waiting.push(value);
      for (const listener of [...listeners]) listener(value);
    },
  };
}
