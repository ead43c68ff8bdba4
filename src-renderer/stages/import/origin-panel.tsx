import { TextInput } from '@mantine/core';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './import.module.css';

interface Origin {
  readonly source: string;
  readonly licence: string;
}

/** Who published the file and under which terms: it stands under every figure made from it. */
export function OriginPanel({ origin, onChange }: { origin: Origin; onChange: (origin: Origin) => void }) {
  const { t } = useTexts();
  return (
    <div className={classes.settings}>
      <TextInput
        label={t('data.source')}
        placeholder={t('data.source.placeholder')}
        dir="auto"
        maxLength={500}
        value={origin.source}
        onChange={(event) => onChange({ ...origin, source: event.currentTarget.value })}
      />
      <TextInput
        label={t('data.licence')}
        placeholder={t('data.licence.placeholder')}
        dir="auto"
        maxLength={500}
        value={origin.licence}
        onChange={(event) => onChange({ ...origin, licence: event.currentTarget.value })}
      />
    </div>
  );
}
