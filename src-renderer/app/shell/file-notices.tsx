import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconNetwork, type TablerIcon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ProjectState } from '#shared/domain/project.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import { setOpeningProblem } from '../engine/opening-problem.ts';
import { useProjectActions } from '../engine/use-project-actions.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './file-notices.module.css';

/** What a person must know about the open file before they go on: damage, why it can only be read, that it lies on a network. */
export function FileNotices({ project }: { project: ProjectState }) {
  const [quietPath, setQuietPath] = useState<string | null>(null);
  if (project.damagedTables.length > 0) return <DamageNotice project={project} />;
  if (project.readOnlyReason) return <ReadOnlyNotice project={project} reason={project.readOnlyReason} />;
  if (project.isOnNetwork && quietPath !== project.path) return <NetworkNotice onQuiet={() => setQuietPath(project.path)} />;
  return null;
}

function DamageNotice({ project }: { project: ProjectState }) {
  const { t } = useTexts();
  const { client } = useEngine();
  const navigate = useNavigate();
  const show = async () => {
    const chosen = await client.project.fileOfRecent({ path: project.path });
    setOpeningProblem({ ...chosen, refusal: { code: 'project/damaged', params: { path: project.path } } });
    await navigate({ to: '/' });
  };
  const tables = project.damagedTables.filter((table) => table !== '*').join(', ');
  return (
    <Bar kind="danger" icon={IconAlertTriangle} actions={<Action onClick={() => void show()}>{t('fileNotice.damage.do')}</Action>}>
      {tables ? t('fileNotice.damage.tables', { tables }) : t('fileNotice.damage.somewhere')}
    </Bar>
  );
}

function ReadOnlyNotice({ project, reason }: { project: ProjectState; reason: NonNullable<ProjectState['readOnlyReason']> }) {
  const { t, formats } = useTexts();
  const actions = useProjectActions();
  const { holder } = project;
  const who = {
    person: holder?.person || t('opening.somebody'),
    machine: holder?.isThisMachine ? t('opening.thisComputer') : holder?.machine || t('opening.unknownComputer'),
    since: holder ? formats.instant(holder.since) : '',
  };
  const canTakeOver = reason === 'chosen' || reason === 'taken-over';
  return (
    <Bar
      kind="caution"
      icon={IconLock}
      actions={
        <>
          {canTakeOver ? <Action onClick={() => void actions.takeOver()}>{t(holder ? 'fileNotice.takeOver' : 'fileNotice.write')}</Action> : null}
          {reason === 'damaged' ? null : <Action onClick={() => void actions.openCopy(null)}>{t('fileNotice.copyHere')}</Action>}
        </>
      }
    >
      {reason === 'chosen' && !holder ? t('fileNotice.readOnly.free') : t(`fileNotice.readOnly.${reason}`, who)}
    </Bar>
  );
}

function NetworkNotice({ onQuiet }: { onQuiet: () => void }) {
  const { t } = useTexts();
  const actions = useProjectActions();
  return (
    <Bar
      kind="info"
      icon={IconNetwork}
      actions={
        <>
          <Action onClick={() => void actions.openCopy(null)}>{t('fileNotice.copyHere')}</Action>
          <CloseButton aria-label={t('fileNotice.understood')} onClick={onQuiet} />
        </>
      }
    >
      {t('fileNotice.network')}
    </Bar>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="compact-md" variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}

function Bar({ kind, icon: Icon, actions, children }: { kind: 'danger' | 'caution' | 'info'; icon: TablerIcon; actions: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.bar} data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon size="1.2rem" stroke={1.7} aria-hidden className={classes.icon} />
      <p>{children}</p>
      <div className={classes.actions}>{actions}</div>
    </div>
  );
}
