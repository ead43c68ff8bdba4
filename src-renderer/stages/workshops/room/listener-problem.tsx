import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Listener, RoomSettings } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { otherPort } from './other-port.ts';

const problems = ['port-in-use', 'address-gone', 'not-allowed', 'no-network'] as const;
type Problem = (typeof problems)[number] | 'other';

/** Why nobody can reach the room, and the way out of it at one press. */
export function ListenerProblem({
  listener,
  settings,
  isHelper = false,
  onAgain,
}: {
  listener: Listener;
  settings: RoomSettings;
  /** The way out is the lead's. */
  isHelper?: boolean;
  onAgain?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: setSettings } = useMutation(queries.room.setSettings.mutationOptions({ onSuccess: () => onAgain?.() }));
  if (listener.state !== 'failed') return null;
  const problem: Problem = problems.find((known) => known === listener.problem) ?? 'other';
  const port = otherPort(listener.port || settings.port);
  return (
    <Notice
      kind="danger"
      title={t(`cockpit.problem.${problem}.title`)}
      action={
        isHelper ? null : problem === 'port-in-use' ? (
          <Button onClick={() => setSettings({ port })}>{t('cockpit.problem.otherPort', { port })}</Button>
        ) : (
          <Button onClick={() => setSettings(problem === 'address-gone' ? { address: '' } : {})}>
            {t(problem === 'address-gone' ? 'cockpit.problem.chooseForMe' : 'cockpit.problem.again')}
          </Button>
        )
      }
    >
      {t(`cockpit.problem.${problem}.body`, { port: listener.port, address: listener.address || settings.address })}
    </Notice>
  );
}
