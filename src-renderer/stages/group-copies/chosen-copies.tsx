import { ActionIcon, Button, PasswordInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLock, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { MergeReport } from '#shared/domain/merging.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { contributionWords } from './copy-words.ts';
import classes from './group-copies.module.css';
import type { ChosenCopy, useCopies } from './use-copies.ts';

type Copies = ReturnType<typeof useCopies>;

/** Each chosen file: whose copy it is and what it brings, or why it cannot be brought in and what to do. */
export function ChosenCopies({ copies, report, isFixed }: { copies: Copies; report: MergeReport | null; isFixed: boolean }) {
  const { t } = useTexts();
  const leftOut = copies.copies.filter(({ problem }) => problem !== null).length;
  return (
    <Panel title={t('groupCopies.merge.copies')} note={leftOut > 0 ? t('groupCopies.merge.someLeftOut', { count: leftOut }) : null} plain>
      <ul className={classes.chosen}>
        {copies.copies.map((copy) => (
          <CopyRow
            key={copy.file}
            copy={copy}
            contribution={report?.contributions[copies.input.files.indexOf(copy.file)]}
            isAgain={report?.undoneMerge != null}
            onUnlock={(passphrase) => copies.unlock(copy.file, passphrase)}
            onLeaveOut={isFixed ? null : () => copies.leaveOut(copy.file)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps {
  readonly copy: ChosenCopy;
  readonly contribution: MergeReport['contributions'][number] | undefined;
  readonly isAgain: boolean;
  readonly onUnlock: (passphrase: string) => Promise<boolean>;
  readonly onLeaveOut: (() => void) | null;
}

function CopyRow({ copy, contribution, isAgain, onUnlock, onLeaveOut }: RowProps) {
  const { t, formats } = useTexts();
  const name = copy.copyName || (copy.problem ? copy.fileName : t('groupCopies.merge.noName'));
  const isLocked = copy.problem?.code === 'project/passphrase-needed' || copy.problem?.code === 'project/passphrase-wrong';
  const Icon = copy.problem ? (isLocked ? IconLock : IconAlertTriangle) : IconCircleCheck;
  return (
    <li className={classes.chosenCopy} data-problem={(copy.problem && !isLocked) || undefined}>
      <Icon size="1.25rem" stroke={1.6} aria-hidden className={classes.chosenIcon} />
      <div className={classes.chosenWords}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {copy.problem ? (
          isLocked ? (
            <Passphrase name={name} onUnlock={onUnlock} />
          ) : (
            <span>{problemWords(t, copy)}</span>
          )
        ) : (
          <>
            <span className={classes.news}>{contributionWords(t, formats, contribution ?? { changes: copy.news, people: [] }, isAgain)}</span>
            <span className={classes.faint}>
              {copy.copyName ? null : <bdi>{copy.fileName} · </bdi>}
              {copy.lastChangeAt ? t('groupCopies.merge.lastChange', { when: formats.instant(copy.lastChangeAt) }) : null}
            </span>
            {copy.isOlder ? <span className={classes.faint}>{t('groupCopies.merge.older')}</span> : null}
          </>
        )}
      </div>
      {onLeaveOut ? (
        <Tooltip label={t('groupCopies.merge.leave', { name })}>
          <ActionIcon aria-label={t('groupCopies.merge.leave', { name })} onClick={onLeaveOut}>
            <IconX size="1.1rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </li>
  );
}

/** What is wrong with a file, in the words of bringing in where opening has others. */
function problemWords(t: ReturnType<typeof useTexts>['t'], { problem, fileName }: ChosenCopy): string {
  if (!problem) return '';
  if (problem.code === 'project/damaged' || problem.code === 'project/foreign-journal') return t('groupCopies.merge.damaged');
  return t(`error.${problem.code}` as TextKey, { fileName, ...problem.params, path: fileName });
}

function Passphrase({ name, onUnlock }: { name: string; onUnlock: (passphrase: string) => Promise<boolean> }) {
  const { t } = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const attempt = async (event: FormEvent) => {
    event.preventDefault();
    setTrying(true);
    try {
      setWrong(!(await onUnlock(passphrase)));
    } finally {
      setTrying(false);
    }
  };
  return (
    <form className={classes.unlock} onSubmit={(event) => void attempt(event)} aria-label={name}>
      <PasswordInput
        label={t('groupCopies.merge.passphrase')}
        description={t('groupCopies.merge.passphraseNote')}
        error={isWrong ? t('groupCopies.merge.passphraseWrong') : null}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        autoComplete="off"
        dir="auto"
      />
      <Button type="submit" variant="default" loading={isTrying} disabled={passphrase === ''}>
        {t('groupCopies.merge.unlock')}
      </Button>
    </form>
  );
}
