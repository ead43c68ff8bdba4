import { Button, Checkbox } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkshopPromise } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../follow-up.module.css';

/** Promises in workshops' logs that are no commitment yet: all of them are chosen, one press takes them. */
export function OpenPromises({ promises }: { promises: readonly WorkshopPromise[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: take, isPending } = useMutation(queries.followUp.takePromises.mutationOptions());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = promises.filter(({ logEntryId }) => !left.has(logEntryId)).map(({ logEntryId }) => logEntryId);
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Panel
      title={t('followUp.promises.title')}
      note={t('followUp.promises.note')}
      actions={
        <Button
          disabled={chosen.length === 0}
          loading={isPending}
          leftSection={<IconArrowDown size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() => take({ logEntryIds: chosen })}
        >
          {t('followUp.promises.take', { count: chosen.length })}
        </Button>
      }
      plain
    >
      <ul className={classes.list}>
        {promises.map((promise) => (
          <li key={promise.logEntryId} className={classes.pick}>
            <Checkbox
              size="md"
              aria-label={t('followUp.promises.choose', { text: promise.text })}
              checked={!left.has(promise.logEntryId)}
              onChange={() => toggle(promise.logEntryId)}
            />
            <div>
              <div dir="auto">{promise.text}</div>
              <div className={classes.soft}>
                {[promise.responsible, promise.dueOn ? t('followUp.dueBy', { on: formats.day(promise.dueOn) }) : '', promise.workshop]
                  .filter(Boolean)
                  .map((part) => `\u2068${part}\u2069`)
                  .join(' · ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
