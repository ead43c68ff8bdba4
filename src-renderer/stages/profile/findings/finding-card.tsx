import { ActionIcon, Button, MultiSelect, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceItem, Finding, FindingInput } from '#shared/domain/findings.ts';
import { type ResidentGroup, residentGroups } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectHistoryIcon } from '../../../app/history/object-history.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import classes from './findings.module.css';
import { SupportBadge } from './support-badge.tsx';

/** One finding: its sentence, how well it stands, what speaks for and against it, where and for whom it holds. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.findings.update.mutationOptions());
  const remove = useMutation(queries.findings.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const book = useAreas();
  const [isAdding, setAdding] = useState(false);
  const save = (patch: Partial<FindingInput>) => update.mutate({ id: finding.id, patch });
  const inFavour = finding.evidence.filter((item) => item.stance === 'for');
  const against = finding.evidence.filter((item) => item.stance === 'against');

  return (
    <article className={classes.card} aria-label={finding.sentence || t('findings.unwritten')}>
      <div className={classes.top}>
        <SavedTextarea
          className={classes.sentence ?? ''}
          aria-label={t('findings.sentence')}
          placeholder={t('findings.sentence.placeholder')}
          minRows={1}
          value={finding.sentence}
          onSave={(sentence) => save({ sentence })}
        />
        <ObjectHistoryIcon object={{ type: 'finding', id: finding.id, name: finding.sentence }} label={t('history.object.finding')} />
        <Tooltip label={t('action.remove')}>
          <ActionIcon
            color="red"
            aria-label={`${t('action.remove')}: ${finding.sentence || t('findings.unwritten')}`}
            onClick={() =>
              ask({
                title: t('findings.remove.title'),
                body: t('findings.remove.body', { count: finding.evidence.length, sentence: finding.sentence || t('findings.unwritten') }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: finding.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <SupportBadge support={finding.support} />
      <EvidenceList title={t('findings.evidence.for')} items={inFavour} />
      <EvidenceList title={t('findings.evidence.against')} items={against} />
      <div>
        <Button
          variant={finding.evidence.length === 0 ? 'light' : 'default'}
          size="xs"
          leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('findings.evidence.add')}
        </Button>
      </div>
      <div className={classes.fields}>
        <MultiSelect
          label={t('findings.areas')}
          placeholder={finding.areaIds.length === 0 ? t('explore.filter.wholeCity') : ''}
          data={book.options.map((layer) => ({ group: layer.group, items: [...layer.items] }))}
          value={finding.areaIds}
          onChange={(areaIds) => save({ areaIds })}
          searchable
          clearable
          limit={100}
        />
        <MultiSelect
          label={t('findings.groups')}
          placeholder={finding.groups.length === 0 ? t('findings.groups.placeholder') : ''}
          data={residentGroups.map((group) => ({ value: group, label: t(`residentGroup.${group}`) }))}
          value={finding.groups}
          onChange={(groups) => save({ groups: groups as ResidentGroup[] })}
          searchable
          clearable
        />
      </div>
      {isAdding ? <EvidenceForm findingId={finding.id} onClose={() => setAdding(false)} /> : null}
      {dialog}
    </article>
  );
}

function EvidenceList({ title, items }: { title: string; items: readonly EvidenceItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.stance}>{title}</h3>
      <ul className={classes.evidence}>
        {items.map((item) => (
          <li key={item.id}>
            <EvidenceRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
