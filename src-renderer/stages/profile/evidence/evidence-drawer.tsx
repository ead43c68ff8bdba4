import { Button, Drawer, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { EvidenceInput } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StanceControl } from './stance-control.tsx';

const newFinding = 'new';

/** Puts a piece of evidence under a new finding or one that is there already. */
export function EvidenceDrawer({ offer, areaIds, onClose }: { offer: Omit<EvidenceInput, 'stance'>; areaIds: readonly string[]; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery(queries.findings.list.queryOptions()).data ?? [];
  const add = useMutation(queries.findings.add.mutationOptions({ meta: { showsOwnError: true } }));
  const extend = useMutation(queries.findings.addEvidence.mutationOptions({ meta: { showsOwnError: true } }));
  const [target, setTarget] = useState(newFinding);
  const [sentence, setSentence] = useState('');
  const [text, setText] = useState(offer.text);
  const [source, setSource] = useState(offer.source);
  const [stance, setStance] = useState<EvidenceInput['stance']>('for');
  const formId = useId();
  const error = add.error ?? extend.error;

  const save = async () => {
    const evidence = { ...offer, text, source, stance };
    if (target === newFinding) await add.mutateAsync({ sentence, areaIds: [...areaIds], evidence: [evidence] });
    else await extend.mutateAsync({ findingId: target, evidence });
    notifications.show({ message: t(target === newFinding ? 'findings.startedNote' : 'findings.evidenceAddedNote') });
    onClose();
  };

  return (
    <Drawer opened onClose={onClose} position="right" title={t('findings.useAsEvidence')} size="md" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
          <Textarea
            label={t('findings.evidence.says')}
            dir="auto"
            autosize
            minRows={3}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={t('findings.evidence.source')}
            dir="auto"
            maxLength={500}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Select
            label={t('findings.evidence.under')}
            data={[
              { value: newFinding, label: t('findings.new') },
              ...findings.map((finding) => ({ value: finding.id, label: finding.sentence || t('findings.unwritten') })),
            ]}
            value={target}
            onChange={(value) => setTarget(value ?? newFinding)}
            allowDeselect={false}
          />
          {target === newFinding ? (
            <Textarea
              label={t('findings.sentence')}
              description={t('findings.sentence.hint')}
              placeholder={t('findings.sentence.placeholder')}
              dir="auto"
              autosize
              minRows={2}
              maxLength={20_000}
              value={sentence}
              onChange={(event) => setSentence(event.currentTarget.value)}
              data-autofocus
            />
          ) : (
            <StanceControl value={stance} onChange={setStance} />
          )}
          <Button type="submit" loading={add.isPending || extend.isPending}>
            {t(target === newFinding ? 'findings.start' : 'findings.evidence.add')}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}
