import { Button } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ResidentGroup, residentGroups, type Stakeholder, type StakeholderSector, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSomeNames } from '../../ui/some-names.ts';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { AddVoice } from './add-voice.tsx';
import classes from './missing-page.module.css';
import { RepresentationPanel } from './representation-panel.tsx';
import { useStakeholders, useStakeholderWords } from './use-stakeholders.ts';

/** Sectors and resident groups nobody speaks for yet, before the others decide without them. */
export function MissingPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const gaps = useQuery(queries.stakeholders.gaps.queryOptions()).data;
  const next = (
    <Button component={Link} to="/stakeholders/engagement" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('missing.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.missing')} purpose={t('missing.purpose')} actions={next} wide>
      {gaps && stakeholders ? (
        <>
          {gaps.unratedCount > 0 ? (
            <Notice
              kind="info"
              action={
                <Button component={Link} to="/stakeholders/grid" variant="default">
                  {t('missing.rate')}
                </Button>
              }
            >
              {t('missing.unrated', { count: gaps.unratedCount })}
            </Notice>
          ) : null}
          {gaps.sectors.length + gaps.groups.length === 0 ? <Notice kind="good">{t('missing.none')}</Notice> : null}
          <div className={classes.columns}>
            <GroupsPanel missing={gaps.groups} stakeholders={stakeholders} />
            <SectorsPanel missing={gaps.sectors} stakeholders={stakeholders} />
          </div>
          <RepresentationPanel />
        </>
      ) : null}
    </StagePage>
  );
}

function GroupsPanel({ missing, stakeholders }: { missing: readonly ResidentGroup[]; stakeholders: readonly Stakeholder[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const { mutate: add } = useMutation(queries.stakeholders.add.mutationOptions());
  const { mutate: update } = useMutation(queries.stakeholders.update.mutationOptions());
  return (
    <Panel title={t('missing.groups.title')} note={t('missing.groups.note', { missing: missing.length, count: residentGroups.length })}>
      <ul className={classes.list}>
        {missingFirst(words.groups, missing).map(({ value, label }) => {
          const speakers = stakeholders.filter((stakeholder) => stakeholder.represents.includes(value));
          return (
            <Line key={value} label={label} present={speakers.map((speaker) => speaker.name)}>
              <AddVoice
                label={t('missing.groups.add', { group: label })}
                note={t('missing.groups.addNote')}
                candidates={stakeholders}
                onAdd={(name) => add({ name, sector: 'community', kind: 'group', represents: [value] })}
                onChoose={(stakeholder) => update({ id: stakeholder.id, patch: { represents: [...stakeholder.represents, value] } })}
              />
            </Line>
          );
        })}
      </ul>
    </Panel>
  );
}

function SectorsPanel({ missing, stakeholders }: { missing: readonly StakeholderSector[]; stakeholders: readonly Stakeholder[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const { mutate: add } = useMutation(queries.stakeholders.add.mutationOptions());
  const sectors = words.sectors.filter(({ value }) => value !== 'other');
  return (
    <Panel title={t('missing.sectors.title')} note={t('missing.sectors.note', { missing: missing.length, count: stakeholderSectors.length - 1 })}>
      <ul className={classes.list}>
        {missingFirst(sectors, missing).map(({ value, label }) => (
          <Line key={value} label={label} present={stakeholders.filter((stakeholder) => stakeholder.sector === value).map(({ name }) => name)}>
            <AddVoice label={t('missing.sectors.add', { sector: label })} onAdd={(name) => add({ name, sector: value })} />
          </Line>
        ))}
      </ul>
    </Panel>
  );
}

function missingFirst<Value extends string>(options: readonly { value: Value; label: string }[], missing: readonly Value[]) {
  return [...options].sort((a, b) => Number(missing.includes(b.value)) - Number(missing.includes(a.value)));
}

function Line({ label, present, children }: { label: string; present: readonly string[]; children: ReactNode }) {
  const { t } = useTexts();
  const someNames = useSomeNames();
  const isMissing = present.length === 0;
  return (
    <li className={classes.line} data-missing={isMissing || undefined}>
      {isMissing ? <IconUserQuestion size="1.25rem" stroke={1.7} aria-hidden /> : <IconCircleCheck size="1.25rem" stroke={1.7} aria-hidden />}
      <div>
        <strong>{label}</strong>
        <span>{isMissing ? t('missing.nobody') : someNames(present.map((name) => name || t('register.nameless')))}</span>
      </div>
      {children}
    </li>
  );
}
