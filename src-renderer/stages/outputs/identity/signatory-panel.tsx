import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Signatory } from '#shared/domain/identity.ts';
import { documentsWithSignatures } from '#shared/domain/output-chapters.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './identity.module.css';
import { RowTools } from './row-tools.tsx';
import { UseSelect } from './use-select.tsx';

/** Who signs: a line for each on the documents they belong to. */
export function SignatoryPanel({ signatories, isReadOnly }: { signatories: readonly Signatory[]; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add, isPending } = useMutation(queries.identity.addSignatory.mutationOptions());
  return (
    <Panel
      title={t('identity.signatories')}
      note={t('identity.signatoriesNote')}
      actions={
        isReadOnly ? null : (
          <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} loading={isPending} onClick={() => add({})}>
            {t('identity.addSignatory')}
          </Button>
        )
      }
    >
      {signatories.length === 0 ? <p className={classes.soft}>{t('identity.signatoriesNone')}</p> : null}
      <ul className={classes.rows}>
        {signatories.map((signatory, place) => (
          <SignatoryRow key={signatory.id} signatory={signatory} ids={signatories.map(({ id }) => id)} place={place} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </Panel>
  );
}

function SignatoryRow({ signatory, ids, place, isReadOnly }: { signatory: Signatory; ids: readonly string[]; place: number; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.identity.updateSignatory.mutationOptions());
  const { mutate: remove } = useMutation(queries.identity.removeSignatory.mutationOptions());
  const save = (patch: Partial<Omit<Signatory, 'id'>>) => update({ id: signatory.id, patch });
  const name = signatory.name || signatory.title || t('identity.signatoryUnnamed', { number: place + 1 });
  return (
    <li className={classes.row}>
      <div className={classes.pair}>
        {(['name', 'title', 'body'] as const).map((field) => (
          <SavedTextInput
            key={field}
            label={t(`identity.signatory.${field}`)}
            value={signatory[field]}
            readOnly={isReadOnly}
            onSave={(value) => save({ [field]: value })}
          />
        ))}
        <UseSelect name={name} kinds={documentsWithSignatures} value={signatory.use} isReadOnly={isReadOnly} onChange={(use) => save({ use })} />
      </div>
      {isReadOnly ? null : <RowTools what="signatory" name={name} ids={ids} place={place} onRemove={() => remove({ id: signatory.id })} />}
    </li>
  );
}
