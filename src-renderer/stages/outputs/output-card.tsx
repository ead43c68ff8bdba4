import { Button, Group, Select } from '@mantine/core';
import { IconAdjustments, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputProfile } from '#shared/domain/output-profiles.ts';
import { formatsOf, type OutputAbout, type OutputFormat, type OutputKind, type OutputNeed } from '#shared/domain/outputs.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { NeedsLine } from './needs-line.tsx';
import { OutputOutcome } from './output-outcome.tsx';
import { outputIcons } from './output-uses.ts';
import classes from './outputs-page.module.css';
import { type ChosenOutput, useOutput } from './use-output.ts';

interface OutputCardProps {
  readonly kind: OutputKind;
  readonly language: string;
  readonly needs: readonly OutputNeed[];
  readonly abouts: readonly OutputAbout[];
  readonly profiles: readonly OutputProfile[];
  readonly onPreview: (chosen: ChosenOutput) => void;
  /** Opens the choice of chapters; null where there is nothing to choose. */
  readonly onChoose: (() => void) | null;
}

/** One document: what it is for, what it lacks, make it, see how far it is, and what came out. */
export function OutputCard({ kind, language, needs, abouts, profiles, onPreview, onChoose }: OutputCardProps) {
  const { t } = useTexts();
  const Icon = outputIcons[kind];
  const formats = formatsOf(kind);
  const [format, setFormat] = useState<OutputFormat>(formats[0] ?? 'pdf');
  const [about, setAbout] = useState<string | null>(null);
  const [profileId, setProfileId] = useState<string | null>(null);
  const { state, make, stop } = useOutput();
  const name = t(`outputs.${kind}.title`);
  const isKept = profiles.some(({ id }) => id === profileId);
  const chosen: ChosenOutput = { kind, format, language, about, profileId: isKept ? profileId : null };
  return (
    <section className={classes.card} aria-label={name}>
      <Icon size="1.75rem" stroke={1.4} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h3>{name}</h3>
        <p>{t(`outputs.${kind}.body`)}</p>
        <NeedsLine needs={needs} />
        {formats.length > 1 || abouts.length > 1 || profiles.length > 0 || onChoose ? (
          <div className={classes.choices}>
            {formats.length > 1 ? (
              <Select
                size="xs"
                aria-label={t('outputs.formatOf', { name })}
                data={formats.map((value) => ({ value, label: t(`outputs.format.${value}`) }))}
                value={format}
                allowDeselect={false}
                onChange={(value) => setFormat(formats.find((known) => known === value) ?? format)}
                w="7.5rem"
              />
            ) : null}
            {abouts.length > 1 ? (
              <Select
                size="xs"
                aria-label={t('outputs.aboutOf', { name })}
                placeholder={t('outputs.aboutNewest')}
                data={abouts.map(({ id, title, detail, version }) => ({
                  value: id,
                  label: [version ? t(`policyText.version.${version}`) : '', title, detail].filter(Boolean).join(' · '),
                }))}
                value={about}
                clearable
                clearButtonProps={{ 'aria-label': t('outputs.aboutNewest') }}
                onChange={setAbout}
                w="16rem"
              />
            ) : null}
            {profiles.length > 0 ? (
              <Select
                size="xs"
                aria-label={t('outputs.choiceOf', { name })}
                data={[{ value: '', label: t('outputs.choiceUsual') }, ...profiles.map((profile) => ({ value: profile.id, label: profile.name }))]}
                value={isKept ? profileId : ''}
                allowDeselect={false}
                onChange={(value) => setProfileId(value || null)}
                w="13rem"
              />
            ) : null}
            {onChoose ? (
              <Button size="compact-sm" variant="subtle" leftSection={<IconAdjustments size="1rem" stroke={1.6} aria-hidden />} onClick={onChoose}>
                {t('outputs.choose')}
              </Button>
            ) : null}
          </div>
        ) : null}
        <OutputOutcome state={state} />
      </div>
      <Group gap="xs" className={classes.buttons}>
        {formats.includes('pdf') ? (
          <Button
            variant="default"
            leftSection={<IconEye size="1.1rem" stroke={1.6} aria-hidden />}
            aria-label={`${t('outputs.preview')}: ${name}`}
            onClick={() => onPreview({ ...chosen, format: 'pdf' })}
          >
            {t('outputs.preview')}
          </Button>
        ) : null}
        {state.is === 'working' ? (
          <Button variant="default" onClick={stop} aria-label={`${t('outputs.stop')}: ${name}`}>
            {t('outputs.stop')}
          </Button>
        ) : (
          <Button variant="light" onClick={() => void make(chosen)} aria-label={`${t('outputs.make')}: ${name}`}>
            {t('outputs.make')}
          </Button>
        )}
      </Group>
    </section>
  );
}
