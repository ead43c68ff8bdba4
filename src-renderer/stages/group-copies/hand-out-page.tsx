import { Button, TagsInput } from '@mantine/core';
import { IconArrowRight, IconCopyPlus, IconFolder, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FileToken } from '#shared/domain/ids.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { FolderPathDialog } from '../../ui/folder-path-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import classes from './group-copies.module.css';
import { HandedList } from './handed-list.tsx';
import { MadeCopies } from './made-copies.tsx';
import { useHandOut } from './use-hand-out.ts';

const mostNames = 50;
const longestName = 100;

/** A copy of the project for every table, and which of them are back. */
export function HandOutPage() {
  const { t } = useTexts();
  const { files } = useEngine();
  const project = useProject();
  const [names, setNames] = useState<string[]>([]);
  const [asksForFolder, setAsksForFolder] = useState(false);
  const work = useHandOut();
  const isReadOnly = project?.isReadOnly ?? true;
  const isBlocked = isReadOnly || names.length === 0 || work.progress !== null;

  const handOut = async (folder?: FileToken) => {
    const ready = await work.handOut(names, folder);
    const done = new Set(ready.map(({ name }) => name));
    setNames((before) => before.filter((name) => !done.has(name)));
    const [only] = ready;
    if (!folder && only && ready.length === 1) await files.present(only);
  };
  const start = async () => {
    if (!files.chooseFolder) return handOut();
    const folder = await files.chooseFolder();
    if (folder) await handOut(folder.file);
  };

  return (
    <StagePage
      title={t('groupCopies.handOut.title')}
      purpose={t('groupCopies.handOut.purpose')}
      actions={
        <Button
          component={Link}
          to="/groups-copies/bring-together"
          variant="default"
          rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}
        >
          {t('groupCopies.list.bring')}
        </Button>
      }
    >
      {isReadOnly ? <Notice kind="caution">{t('groupCopies.handOut.readOnly')}</Notice> : null}
      <Panel title={t('groupCopies.handOut.whom')}>
        <div className={classes.form}>
          <Names names={names} onChange={setNames} isDisabled={isReadOnly} />
          {project?.hasPassphrase ? <Notice>{t('groupCopies.handOut.keepsPassphrase')}</Notice> : null}
          <div className={classes.actions}>
            <Button leftSection={<IconCopyPlus size="1.1rem" stroke={1.6} aria-hidden />} disabled={isBlocked} onClick={() => void start()}>
              {t('groupCopies.handOut.do', { count: Math.max(1, names.length) })}
            </Button>
            {files.chooseFolder ? null : (
              <Button
                variant="default"
                leftSection={<IconFolder size="1.1rem" stroke={1.6} aria-hidden />}
                disabled={isBlocked}
                onClick={() => setAsksForFolder(true)}
              >
                {t('groupCopies.handOut.intoFolder')}
              </Button>
            )}
          </div>
          {work.progress ? <WorkProgress progress={work.progress} /> : null}
          {work.error ? <Notice kind="danger">{errorText(t, work.error)}</Notice> : null}
        </div>
      </Panel>
      {work.made.length > 0 && !work.progress ? <MadeCopies made={work.made} /> : null}
      <HandedList />
      <FolderPathDialog
        title={asksForFolder ? t('groupCopies.handOut.intoFolder') : null}
        onClose={() => setAsksForFolder(false)}
        onChosen={(folder) => void handOut(folder)}
      />
    </StagePage>
  );
}

const separators = [',', ';', '\n', '،', '؛'];

/** One name each, also where a whole list came in at once; none twice. */
function separateNames(typed: readonly string[]): string[] {
  const names = typed.flatMap((text) => text.split(new RegExp(`[${separators.join('')}]`))).map((name) => name.trim().slice(0, longestName));
  return [...new Set(names.filter(Boolean))].slice(0, mostNames);
}

/** Names typed or pasted; the groups of the vote are at hand. */
function Names({ names, onChange, isDisabled }: { names: string[]; onChange: (names: string[]) => void; isDisabled: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const voting = useQuery(queries.priorities.vote.queryOptions()).data?.groups ?? [];
  const fromVote = voting.map(({ name }) => name.trim()).filter((name) => name !== '' && !names.includes(name));
  return (
    <div className={classes.names}>
      <TagsInput
        label={t('groupCopies.handOut.names')}
        description={t('groupCopies.handOut.namesNote')}
        placeholder={names.length === 0 ? t('groupCopies.handOut.placeholder') : ''}
        value={names}
        onChange={(next) => onChange(separateNames(next))}
        splitChars={separators}
        maxTags={mostNames}
        acceptValueOnBlur
        disabled={isDisabled}
        data-autofocus
      />
      {fromVote.length > 0 ? (
        <Button
          variant="subtle"
          size="compact-md"
          disabled={isDisabled}
          leftSection={<IconUsersGroup size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => onChange([...names, ...fromVote])}
        >
          {t('groupCopies.handOut.fromVote', { count: fromVote.length })}
        </Button>
      ) : null}
    </div>
  );
}
