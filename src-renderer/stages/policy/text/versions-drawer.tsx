import { Button, Drawer, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Draft, FrozenBlock, PolicyVersion } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import live from './live-block.module.css';
import { LiveParts } from './live-parts.tsx';
import { Mark } from './mark.tsx';
import classes from './notes.module.css';
import { Difference } from './word-difference.tsx';

type Shown = { readonly what: 'list' } | { readonly what: 'text' | 'difference'; readonly version: PolicyVersion };

/** What was kept: drafts, what was consulted, what was adopted; each to be read as it was, and compared with what stands now. */
export function VersionsDrawer({ draft, isOpen, onClose }: { draft: Draft; isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const versions = useQuery({ ...queries.policyText.versions.queryOptions(), enabled: isOpen }).data ?? [];
  const [shown, setShown] = useState<Shown>({ what: 'list' });
  const back = () => setShown({ what: 'list' });
  return (
    <Drawer
      opened={isOpen}
      onClose={() => {
        back();
        onClose();
      }}
      position="right"
      size="xl"
      title={t('policyText.versions')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {shown.what === 'list' ? (
        <div className={classes.versions}>
          {versions.length === 0 ? <p className={classes.empty}>{t('policyText.version.none')}</p> : null}
          {versions.map((version) => (
            <VersionCard key={version.id} version={version} isOfDraft={version.draftId === draft.id} onShow={(what) => setShown({ what, version })} />
          ))}
        </div>
      ) : (
        <>
          <Button variant="subtle" leftSection={<IconArrowLeft size="1rem" className="mirrored" aria-hidden />} onClick={back}>
            {t('policyText.version.back')}
          </Button>
          {shown.what === 'text' ? <VersionText version={shown.version} /> : <VersionDifference version={shown.version} language={draft.language} />}
        </>
      )}
    </Drawer>
  );
}

const tones = { draft: 'quiet', consulted: 'caution', adopted: 'good' } as const;

function VersionCard({ version, isOfDraft, onShow }: { version: PolicyVersion; isOfDraft: boolean; onShow: (what: 'text' | 'difference') => void }) {
  const { t, formats } = useTexts();
  return (
    <article className={classes.card} aria-label={version.label || t(`policyText.version.${version.kind}`)}>
      <Group gap="xs">
        <Mark tone={tones[version.kind]}>{t(`policyText.version.${version.kind}`)}</Mark>
        {version.label ? <strong dir="auto">{version.label}</strong> : null}
      </Group>
      <div className={classes.who}>{[version.body, version.decidedOn ? formats.day(version.decidedOn) : '', version.number].filter(Boolean).join(' · ')}</div>
      <div className={classes.who}>
        {t('policyText.version.keptAt', { at: formats.instant(version.madeAt), name: version.person || t('policyText.somebody') })} ·{' '}
        {t('policyText.words', { count: version.words, shown: formats.count(version.words) })}
      </div>
      {version.note ? (
        <p className={classes.words} dir="auto">
          {version.note}
        </p>
      ) : null}
      <div className={classes.digest}>{t('policyText.version.digest', { digest: version.sha256 })}</div>
      <div className={classes.row}>
        <Button variant="light" size="compact-md" h="2.25rem" onClick={() => onShow('text')}>
          {t('policyText.version.read')}
        </Button>
        {isOfDraft ? (
          <Button variant="subtle" size="compact-md" h="2.25rem" onClick={() => onShow('difference')}>
            {t('policyText.version.compareNow')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function VersionText({ version }: { version: PolicyVersion }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const kept = useQuery(queries.policyText.version.queryOptions({ input: { id: version.id } })).data;
  if (!kept) return null;
  return (
    <div lang={kept.content.language} dir="auto">
      {kept.isIntact ? null : <Notice kind="caution">{t('policyText.version.notIntact')}</Notice>}
      <h2>{kept.content.title}</h2>
      {kept.content.sections.map((section) => (
        <section key={section.id} className={classes.part}>
          <h3 dir="auto">{section.title}</h3>
          {section.blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a frozen text never move.
            <Frozen key={place} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Frozen({ block }: { block: FrozenBlock }) {
  if (block.kind === 'live')
    return (
      <div className={live.frozen}>
        <LiveParts parts={block.parts} />
      </div>
    );
  const words = block.runs.map(({ text, isBold, isItalic }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of a frozen text never move.
    <span key={place} style={{ fontWeight: isBold ? 600 : undefined, fontStyle: isItalic ? 'italic' : undefined }}>
      {text}
    </span>
  ));
  if (block.style === 'heading') return <h4 dir="auto">{words}</h4>;
  if (block.style === 'quote') return <blockquote dir="auto">{words}</blockquote>;
  const mark = block.style === 'bullet' ? '• ' : block.style === 'numbered' ? '– ' : '';
  return (
    <p dir="auto">
      {mark}
      {words}
    </p>
  );
}

function VersionDifference({ version, language }: { version: PolicyVersion; language: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const versions = useQuery(queries.policyText.versions.queryOptions()).data ?? [];
  const [toId, setToId] = useState<string | null>(null);
  const parts = useQuery(queries.policyText.compare.queryOptions({ input: { fromId: version.id, toId } })).data;
  const others = versions.filter(({ id }) => id !== version.id);
  return (
    <div>
      <Group gap="xs" my="sm">
        <Button variant={toId === null ? 'light' : 'default'} aria-pressed={toId === null} size="compact-md" h="2.25rem" onClick={() => setToId(null)}>
          {t('policyText.version.now')}
        </Button>
        {others.map((other) => (
          <Button
            key={other.id}
            variant={toId === other.id ? 'light' : 'default'}
            aria-pressed={toId === other.id}
            size="compact-md"
            h="2.25rem"
            onClick={() => setToId(other.id)}
          >
            {other.label || t(`policyText.version.${other.kind}`)}
          </Button>
        ))}
      </Group>
      {parts?.every(({ kind }) => kind === 'same') ? <p className={classes.empty}>{t('policyText.version.sameWords')}</p> : null}
      {parts
        ?.filter(({ kind }) => kind !== 'same')
        .map(({ title, kind, difference }) => (
          <section key={title} className={classes.part}>
            <h3 dir="auto">
              {title}{' '}
              {kind === 'changed' ? null : (
                <Mark tone={kind === 'added' ? 'good' : 'danger'}>{t(`policyText.version.part.${kind === 'added' ? 'added' : 'removed'}`)}</Mark>
              )}
            </h3>
            <Difference parts={difference} language={language} isShort />
          </section>
        ))}
    </div>
  );
}
