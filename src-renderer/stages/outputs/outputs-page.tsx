import { Button, Select } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { chaptersOf, documentsWithAnnexes } from '#shared/domain/output-chapters.ts';
import type { OutputKind } from '#shared/domain/outputs.ts';
import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { ownNameOf } from '../../app/texts/language-menu-items.tsx';
import { languages, useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { ChoiceDrawer } from './choice-drawer.tsx';
import { FilesPanel } from './files-panel.tsx';
import { OutputCard } from './output-card.tsx';
import { outputUses } from './output-uses.ts';
import classes from './outputs-page.module.css';
import { PreviewModal } from './preview-modal.tsx';
import { ReleasesPanel } from './releases-panel.tsx';
import { ThresholdsPanel } from './thresholds-panel.tsx';
import type { ChosenOutput } from './use-output.ts';

const isChoosable = (kind: OutputKind) => chaptersOf(kind).length > 0 || documentsWithAnnexes.includes(kind);

/** The workbook and the documents by what they are used for, made here and kept beside the project. */
export function OutputsPage() {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const [chosen, setChosen] = useState(language);
  const [preview, setPreview] = useState<ChosenOutput | null>(null);
  const [choosing, setChoosing] = useState<OutputKind | null>(null);
  const threshold = project?.city.smallNumberThreshold ?? 5;
  const needs = useQuery(queries.outputs.needs.queryOptions()).data ?? [];
  const abouts = useQuery(queries.outputs.abouts.queryOptions()).data ?? [];
  const profiles = useQuery(queries.outputProfiles.list.queryOptions()).data ?? [];
  const needsOf = (kind: OutputKind) => needs.find((entry) => entry.kind === kind)?.needs ?? [];
  const isUnsafe = needsOf('policy').some(({ code }) => code === 'safeguards');

  return (
    <StagePage
      title={t('outputs.title')}
      purpose={t('outputs.purpose')}
      actions={
        <>
          <Select
            label={t('outputs.language')}
            data={languages.map((tag) => ({ value: tag, label: ownNameOf(tag) }))}
            value={chosen}
            onChange={(value) => setChosen(value ?? language)}
            allowDeselect={false}
            w="12rem"
          />
          <Button component={Link} to="/outputs/identity" variant="default" leftSection={<IconPalette size="1.1rem" stroke={1.6} aria-hidden />}>
            {t('section.identity')}
          </Button>
        </>
      }
    >
      {isUnsafe ? (
        <Notice
          kind="caution"
          title={t('outputs.safeguardsTitle')}
          action={
            <Button component={Link} to="/policy/checks" size="compact-md" variant="default">
              {t('outputs.safeguardsOpen')}
            </Button>
          }
        >
          {t('outputs.safeguards')}
        </Notice>
      ) : null}
      {outputUses.map(({ use, kinds }) => (
        <section key={use} className={classes.use} aria-label={t(`outputs.use.${use}`)}>
          <h2>{t(`outputs.use.${use}`)}</h2>
          <div className={classes.cards}>
            {kinds.map((kind) => (
              <OutputCard
                key={kind}
                kind={kind}
                language={chosen}
                needs={needsOf(kind)}
                abouts={abouts.filter((about) => about.kind === kind)}
                profiles={profiles.filter((profile) => profile.kind === kind)}
                onPreview={setPreview}
                onChoose={isChoosable(kind) ? () => setChoosing(kind) : null}
              />
            ))}
          </div>
        </section>
      ))}
      <Notice>{t('outputs.smallNumbers', { threshold, sensitive: Math.max(threshold, smallestSensitiveCount) })}</Notice>
      <FilesPanel />
      <ReleasesPanel />
      <ThresholdsPanel />
      <PreviewModal chosen={preview} onClose={() => setPreview(null)} />
      <ChoiceDrawer kind={choosing} profiles={profiles} onClose={() => setChoosing(null)} />
    </StagePage>
  );
}
