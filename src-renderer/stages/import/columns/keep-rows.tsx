import { ActionIcon, Button, Select, TagsInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../import.module.css';

type Keep = Readonly<Record<string, string[]>>;

/** Only part of the file: rows whose column holds one of these values, for a national table of which one city is wanted. */
export function KeepRows({ columns, keep, onChange }: { columns: readonly string[]; keep: Keep; onChange: (keep: Record<string, string[]>) => void }) {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const free = columns.filter((column) => keep[column] === undefined);
  const without = (column: string) => Object.fromEntries(Object.entries(keep).filter(([name]) => name !== column));
  return (
    <section aria-label={t('import.keep')}>
      <p className={classes.moreTitle}>{t('import.keep')}</p>
      <p className={classes.faint}>{t('import.keep.hint')}</p>
      {Object.entries(keep).map(([column, values]) => (
        <div key={column} className={classes.keep}>
          <TagsInput
            label={t('import.keep.where', { column })}
            placeholder={t('import.keep.placeholder')}
            value={values}
            onChange={(next) => onChange({ ...keep, [column]: next })}
          />
          <ActionIcon aria-label={`${t('action.remove')}: ${column}`} onClick={() => onChange(without(column))}>
            <IconX size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {adding ? (
        <KeepDraft
          columns={free}
          onDone={(column, values) => {
            setAdding(false);
            if (column && values.length > 0) onChange({ ...keep, [column]: values });
          }}
        />
      ) : (
        <Button variant="default" size="xs" leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => setAdding(true)}>
          {t('import.keep.add')}
        </Button>
      )}
    </section>
  );
}

/** A condition with no value yet would leave out every row: it counts once a value stands there. */
function KeepDraft({ columns, onDone }: { columns: readonly string[]; onDone: (column: string | null, values: string[]) => void }) {
  const { t } = useTexts();
  const [column, setColumn] = useState<string | null>(null);
  const [values, setValues] = useState<string[]>([]);
  return (
    <div className={classes.keep}>
      <Select label={t('import.keep.column')} data={[...columns]} value={column} onChange={setColumn} searchable />
      <TagsInput label={t('import.keep.values')} placeholder={t('import.keep.placeholder')} value={values} onChange={setValues} />
      <Button variant="default" onClick={() => onDone(column, values)}>
        {t('import.keep.apply')}
      </Button>
    </div>
  );
}
