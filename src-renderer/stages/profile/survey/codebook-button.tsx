import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconVocabulary } from '@tabler/icons-react';
import { useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Takes wordings and labels from the survey's dictionary and catalogues; several files at once. */
export function CodebookButton({ datasetId }: { datasetId: string }) {
  const { t, formats } = useTexts();
  const { client, files } = useEngine();
  const [isReading, setReading] = useState(false);
  const read = async () => {
    const chosen = await files.chooseSeveral('table');
    setReading(true);
    const columns = new Set<string>();
    for (const { file } of chosen) {
      const codebook = await client.surveys.readCodebook({ file, datasetId });
      for (const { column } of codebook.questions) columns.add(column);
      if (codebook.questions.length > 0) await client.surveys.applyCodebook({ datasetId, codebook });
    }
    if (chosen.length === 0) return;
    notifications.show({
      message: columns.size === 0 ? t('surveys.codebook.nothing') : t('surveys.codebook.done', { questions: formats.count(columns.size) }),
    });
  };
  return (
    <Button
      variant="default"
      leftSection={<IconVocabulary size="1.1rem" stroke={1.6} aria-hidden />}
      loading={isReading}
      onClick={() =>
        read()
          .catch((error: unknown) => notifications.show({ color: 'red', message: errorText(t, error) }))
          .finally(() => setReading(false))
      }
    >
      {t('surveys.codebook')}
    </Button>
  );
}
