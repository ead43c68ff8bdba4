import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconBookmark, IconDots, IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Draft } from '#shared/domain/policy-text.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { BeginDraft } from './text/begin-draft.tsx';
import { DraftDesk } from './text/draft-desk.tsx';
import { NameDialog } from './text/name-dialog.tsx';
import { VersionDialog } from './text/version-dialog.tsx';
import { VersionsDrawer } from './text/versions-drawer.tsx';

/** The policy in words: drafts from templates, written together, commented on, kept as versions. */
export function TextPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? false;
  const drafts = useQuery(queries.policyText.drafts.queryOptions());
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isBeginning, setIsBeginning] = useState(false);
  const list = drafts.data ?? [];
  const draft = list.find(({ id }) => id === chosenId) ?? list.at(-1);
  const begins = drafts.data !== undefined && !isReadOnly && (isBeginning || !draft);

  return (
    <StagePage
      title={begins || !draft ? t('policyText.title') : draft.title}
      purpose={t(begins || !draft ? 'policyText.purposeBegin' : 'policyText.purpose')}
      actions={
        !begins && draft ? (
          <DraftActions {...{ draft, drafts: list, isReadOnly }} onChoose={setChosenId} onBegin={() => setIsBeginning(true)} />
        ) : begins && draft ? (
          <Button variant="default" onClick={() => setIsBeginning(false)}>
            {t('action.cancel')}
          </Button>
        ) : null
      }
      wide={!begins}
    >
      {begins ? (
        <BeginDraft
          onBegun={(id) => {
            setChosenId(id);
            setIsBeginning(false);
          }}
        />
      ) : draft ? (
        <DraftDesk key={draft.id} draft={draft} changedAt={drafts.dataUpdatedAt} isReadOnly={isReadOnly} />
      ) : null}
    </StagePage>
  );
}

function DraftActions({
  draft,
  drafts,
  isReadOnly,
  onChoose,
  onBegin,
}: {
  draft: Draft;
  drafts: readonly Draft[];
  isReadOnly: boolean;
  onChoose: (id: string) => void;
  onBegin: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const rename = useMutation(queries.policyText.renameDraft.mutationOptions());
  const remove = useMutation(queries.policyText.removeDraft.mutationOptions());
  const [isOpen, setIsOpen] = useState<'versions' | 'version' | 'name' | null>(null);
  const { ask, dialog } = useConfirm();
  const close = () => setIsOpen(null);
  return (
    <>
      {drafts.length > 1 ? (
        <Select
          aria-label={t('policyText.whichDraft')}
          data={drafts.map(({ id, title, language }) => ({ value: id, label: `${title} (${language})` }))}
          value={draft.id}
          onChange={(id) => id && onChoose(id)}
          allowDeselect={false}
          w="16rem"
        />
      ) : null}
      <Button variant="default" leftSection={<IconHistory size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setIsOpen('versions')}>
        {t('policyText.versions')}
      </Button>
      {isReadOnly ? null : (
        <>
          <Button leftSection={<IconBookmark size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setIsOpen('version')}>
            {t('policyText.version.keep')}
          </Button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="2.25rem" aria-label={t('policyText.draftMenu')}>
                <IconDots size="1.1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setIsOpen('name')}>{t('policyText.renameDraft')}</Menu.Item>
              <Menu.Item onClick={onBegin}>{t('policyText.anotherDraft')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="red"
                onClick={() =>
                  ask({
                    title: t('policyText.removeDraft', { name: draft.title }),
                    body: t('policyText.removeDraftBody', { count: draft.sections.length }),
                    action: t('action.remove'),
                    onConfirm: () => remove.mutate({ id: draft.id }),
                  })
                }
              >
                {t('action.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <VersionsDrawer draft={draft} isOpen={isOpen === 'versions'} onClose={close} />
      <VersionDialog draft={draft} isOpen={isOpen === 'version'} onClose={close} onKept={() => setIsOpen('versions')} />
      <NameDialog
        isOpen={isOpen === 'name'}
        title={t('policyText.renameDraft')}
        label={t('policyText.draftName')}
        start={draft.title}
        onClose={close}
        onName={(title) => rename.mutate({ id: draft.id, title })}
      />
      {dialog}
    </>
  );
}
