import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceInput, EvidenceItem } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { TraceIcon } from '../../../app/trace/trace-button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { StanceControl } from '../evidence/stance-control.tsx';
import { EvidenceMore } from './evidence-more.tsx';
import classes from './findings.module.css';
import { ShownFigureButton } from './waiting-evidence.tsx';

/** One piece of evidence; its words open for change in place. */
export function EvidenceRow({ item }: { item: EvidenceItem }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.findings.updateEvidence.mutationOptions());
  const remove = useMutation(queries.findings.removeEvidence.mutationOptions());
  const { ask, dialog } = useConfirm();
  const [isEditing, setEditing] = useState(false);
  const save = (patch: Partial<EvidenceInput>) => update.mutate({ id: item.id, patch });
  return (
    <div className={classes.item} data-stance={item.stance}>
      <div className={classes.itemMain}>
        <span className={classes.kind}>
          {t(`evidenceKind.${item.kind}`)}
          {item.isRestricted ? <IconLock size="0.9rem" stroke={1.8} aria-label={t('findings.restricted.short')} /> : null}
        </span>
        {isEditing ? (
          <div className={classes.itemForm}>
            <SavedTextarea label={t('findings.evidence.says')} value={item.text} onSave={(text) => save({ text })} />
            <SavedTextInput label={t('findings.evidence.source')} value={item.source} onSave={(source) => save({ source })} />
            <StanceControl value={item.stance} onChange={(stance) => save({ stance })} />
            <EvidenceMore value={item} onChange={save} />
          </div>
        ) : (
          <>
            <p>
              <bdi>{item.text || t('findings.evidence.noText')}</bdi>
            </p>
            {item.source ? (
              <small>
                <bdi>{item.source}</bdi>
              </small>
            ) : (
              <small className={classes.missing}>{t('findings.evidence.noSource')}</small>
            )}
          </>
        )}
      </div>
      <TraceIcon kind="evidence" id={item.id} name={item.text} />
      {item.shown ? <ShownFigureButton shown={item.shown} about={item.text} /> : null}
      <Tooltip label={t(isEditing ? 'action.close' : 'action.edit')}>
        <ActionIcon
          aria-label={`${t(isEditing ? 'action.close' : 'action.edit')}: ${item.text}`}
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.remove')}>
        <ActionIcon
          color="red"
          aria-label={`${t('action.remove')}: ${item.text}`}
          onClick={() =>
            ask({ title: t('findings.evidence.remove.title'), body: item.text, action: t('action.remove'), onConfirm: () => remove.mutate({ id: item.id }) })
          }
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {dialog}
    </div>
  );
}
