import { type DragEvent, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../app/engine-client/file-access.ts';

/** Takes the first file dropped on an element; dropping is always a second way beside a button. */
export function useDropTarget(onFile: (file: Promise<ChosenFile>) => void) {
  const { files } = useEngine();
  const [isOver, setOver] = useState(false);
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      // Leaving for a child is no leaving.
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) onFile(files.fromDropped(file));
    },
  };
  return { isOver, target };
}
