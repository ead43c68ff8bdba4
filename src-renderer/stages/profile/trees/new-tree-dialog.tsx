import { Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useFindingChoices } from './use-trees.ts';

const mostTitle = 80;

/** Starts a tree from its core problem, best one that is a finding already. */
export function NewTreeDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (treeId: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { findings, options } = useFindingChoices();
  const add = useMutation(queries.trees.add.mutationOptions({ meta: { showsOwnError: true } }));
  const [findingId, setFindingId] = useState<string | null>(null);
  const [text, setText] = useState('');
  return (
    <Modal opened onClose={onClose} title={t('trees.new.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const title = text.length > mostTitle ? `${text.slice(0, mostTitle - 1)}…` : text;
          add.mutate(
            { title, core: { text, findingId } },
            {
              onSuccess: ({ id }) => {
                onAdded(id);
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          {add.error ? <Notice kind="danger">{errorText(t, add.error)}</Notice> : null}
          {options.length > 0 ? (
            <Select
              label={t('trees.new.finding')}
              description={t('trees.new.finding.hint')}
              placeholder={t('trees.node.finding.placeholder')}
              data={options}
              value={findingId}
              onChange={(id) => {
                setFindingId(id);
                const sentence = findings.find((finding) => finding.id === id)?.sentence;
                if (sentence) setText(sentence);
              }}
              searchable
              clearable
              openOnFocus={false}
            />
          ) : null}
          <Textarea
            label={t('trees.new.core')}
            description={t('trees.new.core.hint')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={add.isPending} disabled={text.trim() === ''}>
            {t('trees.new.start')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
