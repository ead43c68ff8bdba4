import { useState } from 'react';
import { type ReadableFile, type Reading, type ScanLanguage, scanLanguages } from '#shared/domain/strategies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../../app/engine-client/file-access.ts';
import { useStream } from '../../import/use-stream.ts';

/** The text that is to be read: pasted or in a file, whose words are taken out as soon as it is chosen; and its language where somebody says so. */
export function useReading() {
  const { files, client } = useEngine();
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [found, setFound] = useState<ReadableFile | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [language, setLanguage] = useState<ScanLanguage | null>(null);
  const { follow, stop, progress } = useStream();
  const dropFile = () => {
    stop();
    setFile(null);
    setFound(null);
  };
  const open = async (next: ChosenFile) => {
    setFailure(null);
    setFound(null);
    setFile(next);
    const readable = await follow(
      (signal) => client.strategies.open({ file: next.file }, { signal }),
      (problem) => {
        dropFile();
        setFailure(problem);
      },
    );
    if (readable) setFound(readable);
  };
  const take = (chosen: Promise<ChosenFile | null>) =>
    void chosen.then(
      (next) => next && open(next),
      () => {},
    );
  const stated = language === null ? {} : { language };
  const pasted: Reading | null = text.trim() === '' ? null : { text, ...stated };
  const reading: Reading | null = file ? { file: file.file, ...stated } : pasted;
  return {
    text,
    setText,
    file,
    /** What was found in the file; null while it is being opened. */
    found,
    progress,
    /** Why the file chosen last could not be read. */
    failure,
    isOpening: file !== null && found === null,
    take,
    choose: () => take(files.chooseToOpen('document')),
    dropFile,
    language,
    setLanguage: (value: string | null) => setLanguage(scanLanguages.find((known) => known === value) ?? null),
    reading,
    clear: () => {
      setText('');
      setFailure(null);
      dropFile();
    },
  };
}
export type ReadingWork = ReturnType<typeof useReading>;
