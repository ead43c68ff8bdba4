import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Annex } from '#shared/domain/identity.ts';
import { documentsWithAnnexes } from '#shared/domain/output-chapters.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './identity.module.css';
import { RowTools } from './row-tools.tsx';
import { UseSelect } from './use-select.tsx';

/** Texts that follow a document: a list of who took part, a resolution, thanks. */
export function AnnexPanel({ annexes, isReadOnly }: { annexes: readonly Annex[]; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add, isPending } = useMutation(queries.identity.addAnnex.mutationOptions());
  return (
    <Panel
      title={t('identity.annexes')}
      note={t('identity.annexesNote')}
      actions={
        isReadOnly ? null : (
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
            loading={isPending}
            onClick={() => add({ title: t('identity.annexNew', { number: annexes.length + 1 }) })}
          >
            {t('identity.addAnnex')}
          </Button>
        )
      }
    >
      {annexes.length === 0 ? <p className={classes.soft}>{t('identity.annexesNone')}</p> : null}
      <ul className={classes.rows}>
        {annexes.map((annex, place) => (
          <AnnexRow key={annex.id} annex={annex} ids={annexes.map(({ id }) => id)} place={place} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </Panel>
  );
}

function AnnexRow({ annex, ids, place, isReadOnly }: { annex: Annex; ids: readonly string[]; place: number; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.identity.updateAnnex.mutationOptions());
  const { mutate: remove } = useMutation(queries.identity.removeAnnex.mutationOptions());
  const save = (patch: Partial<Omit<Annex, 'id'>>) => update({ id: annex.id, patch });
  return (
    <li className={classes.row}>
      <div className={classes.annex}>
        <div className={classes.pair}>
          <SavedTextInput label={t('identity.annex.title')} value={annex.title} readOnly={isReadOnly} onSave={(title) => save({ title })} />
          <UseSelect name={annex.title} kinds={documentsWithAnnexes} value={annex.use} isReadOnly={isReadOnly} onChange={(use) => save({ use })} />
        </div>
        <SavedTextarea
          label={t('identity.annex.text')}
          description={t('identity.annexTextNote')}
          value={annex.text}
          minRows={3}
          maxRows={16}
          readOnly={isReadOnly}
          onSave={(text) => save({ text })}
        />
      </div>
      {isReadOnly ? null : <RowTools what="annex" name={annex.title} ids={ids} place={place} onRemove={() => remove({ id: annex.id })} />}
    </li>
  );
}
