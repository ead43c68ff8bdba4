import { Button, Drawer, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type EvidenceInput, type EvidenceKind, evidenceKinds } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StanceControl } from '../evidence/stance-control.tsx';
import { EvidenceMore } from './evidence-more.tsx';
import { useEvidenceChoices } from './use-evidence-choices.ts';

/** Adds one piece of evidence: of which kind, what it says, where it is from, for or against. */
export function EvidenceForm({ findingId, onClose }: { findingId: string; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.findings.addEvidence.mutationOptions({ meta: { showsOwnError: true } }));
  const [evidence, setEvidence] = useState<EvidenceInput>({ kind: 'survey', stance: 'for', text: '', source: '', refId: null });
  const choices = useEvidenceChoices(evidence.kind);
  const change = (patch: Partial<EvidenceInput>) => setEvidence((before) => ({ ...before, ...patch }));

  return (
    <Drawer opened onClose={onClose} position="right" title={t('findings.evidence.add')} size="md" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ findingId, evidence }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          {add.error ? <Notice kind="danger">{errorText(t, add.error)}</Notice> : null}
          <Select
            label={t('findings.evidence.kind')}
            description={t('findings.evidence.kind.hint')}
            data={evidenceKinds.map((kind) => ({ value: kind, label: t(`evidenceKind.${kind}`) }))}
            value={evidence.kind}
            onChange={(kind) => kind && change({ kind: kind as EvidenceKind, refId: null })}
            allowDeselect={false}
            openOnFocus={false}
            data-autofocus
          />
          {evidence.kind === 'incidents' ? (
            <Notice action={<Link to="/profile/explore">{t('section.explore')}</Link>}>{t('findings.evidence.fromExplore')}</Notice>
          ) : null}
          {choices ? (
            <Select
              label={t(evidence.kind === 'risk' ? 'findings.evidence.which.risk' : 'findings.evidence.which.indicator')}
              placeholder={choices.length === 0 ? t('findings.evidence.which.none') : t('findings.evidence.which.placeholder')}
              disabled={choices.length === 0}
              data={choices.map((choice) => ({ value: choice.id, label: choice.label }))}
              value={evidence.refId}
              onChange={(id) => {
                const choice = choices.find((candidate) => candidate.id === id);
                change(choice ? { refId: choice.id, text: choice.text, source: choice.source } : { refId: null });
              }}
              searchable
              clearable
            />
          ) : null}
          <Textarea
            label={t('findings.evidence.says')}
            description={t('findings.evidence.says.hint')}
            dir="auto"
            autosize
            minRows={3}
            maxLength={20_000}
            value={evidence.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <TextInput
            label={t('findings.evidence.source')}
            description={t('findings.evidence.source.hint')}
            dir="auto"
            maxLength={500}
            value={evidence.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          <StanceControl value={evidence.stance} onChange={(stance) => change({ stance })} />
          <EvidenceMore value={evidence} onChange={change} />
          <Button type="submit" loading={add.isPending}>
            {t('findings.evidence.add')}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}
