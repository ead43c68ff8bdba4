import { ActionIcon, Button, MultiSelect, Select, Switch, Tooltip } from '@mantine/core';
import { IconLock, IconNote, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type EvidenceItem, type Finding, type FindingInput, findingKinds } from '#shared/domain/findings.ts';
import { type ResidentGroup, residentGroups } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectHistoryIcon } from '../../../app/history/object-history.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { TraceButton } from '../../../app/trace/trace-button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { useAreas } from '../use-areas.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import classes from './findings.module.css';
import { SupportBadge } from './support-badge.tsx';
import { ValidationForm } from './validation-form.tsx';
import { ValidationList } from './validation-list.tsx';

/** One finding: its sentence, how well it stands, what speaks for and against it, what people say to it, where and for whom it holds. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.findings.update.mutationOptions());
  const [adding, setAdding] = useState<'evidence' | 'validation' | null>(null);
  const [hasNote, setHasNote] = useState(finding.note !== '');
  const save = (patch: Partial<FindingInput>) => update({ id: finding.id, patch });
  const name = finding.sentence || t('findings.unwritten');
  return (
    <article className={classes.card} aria-label={name} data-restricted={finding.isRestricted || undefined}>
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
        <RemoveFinding finding={finding} />
      </div>
      <div className={classes.standing}>
        <SupportBadge support={finding.support} />
        {finding.isRestricted ? (
          <span className={classes.lock}>
            <IconLock size="1rem" stroke={1.8} aria-hidden />
            {t('findings.restricted.short')}
          </span>
        ) : null}
      </div>
      <EvidenceList title={t('findings.evidence.for')} items={finding.evidence.filter(({ stance }) => stance === 'for')} />
      <EvidenceList title={t('findings.evidence.against')} items={finding.evidence.filter(({ stance }) => stance === 'against')} />
      <ValidationList validations={finding.validations} />
      <div className={classes.deeds}>
        <Button
          variant={finding.evidence.length === 0 ? 'light' : 'default'}
          size="xs"
          leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}
          onClick={() => setAdding('evidence')}
        >
          {t('findings.evidence.add')}
        </Button>
        <Button variant="default" size="xs" leftSection={<IconUsersGroup size="1rem" stroke={1.6} aria-hidden />} onClick={() => setAdding('validation')}>
          {t('validation.add')}
        </Button>
        {hasNote ? null : (
          <Button variant="subtle" size="xs" leftSection={<IconNote size="1rem" stroke={1.6} aria-hidden />} onClick={() => setHasNote(true)}>
            {t('findings.note.add')}
          </Button>
        )}
        <span className={classes.end}>
          <TraceButton kind="finding" id={finding.id} name={name} />
        </span>
      </div>
      {hasNote ? (
        <SavedTextarea label={t('findings.note')} description={t('findings.note.hint')} value={finding.note} onSave={(note) => save({ note })} />
      ) : null}
      <Fields finding={finding} save={save} />
      {adding === 'evidence' ? <EvidenceForm findingId={finding.id} onClose={() => setAdding(null)} /> : null}
      {adding === 'validation' ? <ValidationForm findingId={finding.id} onClose={() => setAdding(null)} /> : null}
    </article>
  );
}

/** What the finding is about: its kind, where and for whom it holds, and whether it may leave the city's file. */
function Fields({ finding, save }: { finding: Finding; save: (patch: Partial<FindingInput>) => void }) {
  const { t } = useTexts();
  const book = useAreas();
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={t('findings.kind')}
          placeholder={t('findings.kind.none')}
          data={findingKinds.map((kind) => ({ value: kind, label: t(`findingKind.${kind}`) }))}
          value={finding.kind === '' ? null : finding.kind}
          onChange={(kind) => save({ kind: kind ?? '' })}
          clearable
        />
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
      <Switch
        label={t('findings.restricted')}
        description={t('findings.restricted.hint')}
        checked={finding.isRestricted}
        onChange={(event) => save({ isRestricted: event.currentTarget.checked })}
      />
    </>
  );
}

function RemoveFinding({ finding }: { finding: Finding }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.findings.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const name = finding.sentence || t('findings.unwritten');
  return (
    <>
      <Tooltip label={t('action.remove')}>
        <ActionIcon
          color="red"
          aria-label={`${t('action.remove')}: ${name}`}
          onClick={() =>
            ask({
              title: t('findings.remove.title'),
              body: t('findings.remove.body', { count: finding.evidence.length, sentence: name }),
              action: t('action.remove'),
              onConfirm: () => remove({ id: finding.id }),
            })
          }
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {dialog}
    </>
  );
}

function EvidenceList({ title, items }: { title: string; items: readonly EvidenceItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.stance}>{title}</h3>
      <ul className={classes.evidence}>
        {items.map((item) => (
          <li key={item.id} data-object={item.id}>
            <EvidenceRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
