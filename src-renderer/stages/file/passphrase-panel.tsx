import { Button, Checkbox, Group, PasswordInput } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './passphrase-panel.module.css';

const shortest = 8;

/** Locks the open project with a passphrase, changes it, or takes it off. */
export function PassphrasePanel() {
  const { t } = useTexts();
  const project = useProject();
  const [task, setTask] = useState<'set' | 'change' | 'remove' | null>(null);
  if (!project) return null;
  const { hasPassphrase, isReadOnly } = project;
  const Icon = hasPassphrase ? IconLock : IconLockOpen;
  const done = () => setTask(null);

  return (
    <Panel title={t('passphrase.title')} note={t('passphrase.note')}>
      <div className={classes.content}>
        <p className={classes.state} role="status">
          <Icon size="1.2rem" stroke={1.6} aria-hidden />
          {t(hasPassphrase ? 'passphrase.state.locked' : 'passphrase.state.open')}
        </p>
        {isReadOnly ? <Notice>{t('passphrase.readOnly')}</Notice> : null}
        {task === null && !isReadOnly ? (
          <Group gap="sm">
            {hasPassphrase ? (
              <>
                <Button variant="default" onClick={() => setTask('change')}>
                  {t('passphrase.change')}
                </Button>
                <Button variant="subtle" onClick={() => setTask('remove')}>
                  {t('passphrase.remove')}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => setTask('set')}>
                {t('passphrase.set')}
              </Button>
            )}
          </Group>
        ) : null}
        {task === 'set' || task === 'change' ? <SetForm hasOne={hasPassphrase} onDone={done} /> : null}
        {task === 'remove' ? <RemoveForm onDone={done} /> : null}
        <p className={classes.strength}>{t('passphrase.strength')}</p>
      </div>
    </Panel>
  );
}

function SetForm({ hasOne, onDone }: { hasOne: boolean; onDone: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [knows, setKnows] = useState(false);
  const set = useMutation(queries.project.setPassphrase.mutationOptions({ onSuccess: onDone, meta: { showsOwnError: true } }));
  const isShort = next.length > 0 && [...next.normalize('NFC')].length < shortest;
  const differs = again.length > 0 && again !== next;
  const isReady = next && !isShort && again === next && knows && (!hasOne || current);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) set.mutate({ passphrase: next, ...(hasOne && { current }) });
  };

  return (
    <form onSubmit={submit} className={classes.form}>
      {hasOne ? <Secret label={t('passphrase.current')} value={current} onChange={setCurrent} isFirst /> : null}
      <Secret
        label={t('passphrase.new')}
        description={t('passphrase.hint')}
        error={isShort ? t('error.project/passphrase-short', { least: shortest }) : null}
        value={next}
        onChange={setNext}
        isFirst={!hasOne}
      />
      <Secret label={t('passphrase.again')} error={differs ? t('passphrase.differs') : null} value={again} onChange={setAgain} />
      <Notice kind="caution" title={t('passphrase.forgotten.title')}>
        {t('passphrase.forgotten.body')}
      </Notice>
      <Checkbox checked={knows} onChange={(event) => setKnows(event.currentTarget.checked)} label={t('passphrase.forgotten.know')} />
      <Buttons error={set.error} isBusy={set.isPending} isReady={Boolean(isReady)} onCancel={onDone}>
        {t(hasOne ? 'passphrase.change' : 'passphrase.set')}
      </Buttons>
    </form>
  );
}

function RemoveForm({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [current, setCurrent] = useState('');
  const remove = useMutation(queries.project.removePassphrase.mutationOptions({ onSuccess: onDone, meta: { showsOwnError: true } }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (current) remove.mutate({ current });
  };

  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.plain}>{t('passphrase.removeNote')}</p>
      <Secret label={t('passphrase.current')} value={current} onChange={setCurrent} isFirst />
      <Buttons error={remove.error} isBusy={remove.isPending} isReady={current !== ''} onCancel={onDone}>
        {t('passphrase.remove')}
      </Buttons>
    </form>
  );
}

function Secret(options: { label: string; description?: string; error?: string | null; value: string; onChange: (value: string) => void; isFirst?: boolean }) {
  const { t } = useTexts();
  const { label, description, error, value, onChange, isFirst } = options;
  return (
    <PasswordInput
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
      autoComplete="off"
      maxLength={1000}
      dir="auto"
      data-autofocus={isFirst || undefined}
    />
  );
}

function Buttons(options: { error: unknown; isBusy: boolean; isReady: boolean; onCancel: () => void; children: ReactNode }) {
  const { t } = useTexts();
  const { error, isBusy, isReady, onCancel, children } = options;
  return (
    <>
      {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
      <Group gap="sm">
        <Button type="submit" disabled={!isReady} loading={isBusy}>
          {children}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </Group>
    </>
  );
}
