import { useState } from 'react';
import { type Reading, type ScanLanguage, scanLanguages } from '#shared/domain/strategies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../../app/engine-client/file-access.ts';

/** The text that is to be read: pasted or in a file, and its language where somebody says so. */
export function useReading() {
  const { files } = useEngine();
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [language, setLanguage] = useState<ScanLanguage | null>(null);
  const take = (chosen: Promise<ChosenFile | null>) =>
    void chosen.then(
      (next) => next && setFile(next),
      () => {},
    );
  const stated = language === null ? {} : { language };
  const pasted: Reading | null = text.trim() === '' ? null : { text, ...stated };
  const reading: Reading | null = file ? { file: file.file, ...stated } : pasted;
  return {
    text,
    setText,
    file,
    take,
    choose: () => take(files.chooseToOpen('document')),
    dropFile: () => setFile(null),
    language,
    setLanguage: (value: string | null) => setLanguage(scanLanguages.find((known) => known === value) ?? null),
    reading,
    clear: () => {
      setText('');
      setFile(null);
    },
  };
}
export type ReadingWork = ReturnType<typeof useReading>;
