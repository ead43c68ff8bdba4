import { Button, Group, Modal, Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Draft, type VersionKind, versionKinds } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';

const nothing = { kind: 'draft' as VersionKind, label: '', body: '', decidedOn: '', number: '', note: '' };

/** Keeps the text as it is now, for good. */
export function VersionDialog({ draft, isOpen, onClose, onKept }: { draft: Draft; isOpen: boolean; onClose: () => void; onKept: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [input, setInput] = useState(nothing);
  const make = useMutation(
    queries.policyText.makeVersion.mutationOptions({
      meta: { showsOwnError: true },
      onSuccess: ({ id }) => {
        setInput(nothing);
        onClose();
        onKept(id);
      },
    }),
  );
  const isAdopted = input.kind === 'adopted';
  const set = (patch: Partial<typeof nothing>) => setInput((known) => ({ ...known, ...patch }));
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('policyText.version.keep')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ draftId: draft.id, ...input });
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label={t('policyText.version.kind')}
            value={input.kind}
            onChange={(kind) => set({ kind: versionKinds.find((known) => known === kind) ?? 'draft' })}
          >
            <Stack gap="xs" mt="xs">
              {versionKinds.map((kind) => (
                <Radio key={kind} value={kind} label={t(`policyText.version.${kind}`)} description={t(`policyText.version.${kind}About`)} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('policyText.version.label')}
            dir="auto"
            maxLength={500}
            value={input.label}
            onChange={(event) => set({ label: event.currentTarget.value })}
          />
          {input.kind === 'draft' ? null : (
            <SimpleGrid cols={{ base: 1, sm: isAdopted ? 3 : 2 }}>
              <TextInput
                label={t(isAdopted ? 'policyText.version.adoptedBy' : 'policyText.version.consultedWith')}
                dir="auto"
                maxLength={500}
                value={input.body}
                onChange={(event) => set({ body: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('policyText.version.on')}
                value={input.decidedOn}
                onChange={(event) => set({ decidedOn: event.currentTarget.value })}
              />
              {isAdopted ? (
                <TextInput
                  label={t('policyText.version.number')}
                  dir="auto"
                  maxLength={500}
                  value={input.number}
                  onChange={(event) => set({ number: event.currentTarget.value })}
                />
              ) : null}
            </SimpleGrid>
          )}
          <Textarea
            label={t('policyText.version.note')}
            dir="auto"
            autosize
            minRows={2}
            value={input.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
          {make.error ? <Notice kind="danger">{errorText(t, make.error)}</Notice> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {t('policyText.version.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
