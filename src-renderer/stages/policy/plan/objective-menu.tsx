import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconFolder, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Objective } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { usePlan } from '../use-plan.ts';

/** What can be done with an objective as a whole: move it, put it under a pillar, remove it. */
export function ObjectiveMenu({ objective, number, measureCount }: { objective: Objective; number: string; measureCount: number }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { objectives, pillars } = usePlan();
  const update = useMutation(queries.policy.updateObjective.mutationOptions());
  const setOrder = useMutation(queries.policy.setOrder.mutationOptions());
  const remove = useMutation(queries.policy.removeObjective.mutationOptions());
  const confirm = useConfirm();
  const beside = objectives.filter(({ pillarId, level }) => pillarId === objective.pillarId && level === objective.level);
  const place = beside.findIndex(({ id }) => id === objective.id);
  const swapWith = (other: Objective | undefined) => {
    if (!other) return;
    const ids = objectives.map(({ id }) => (id === objective.id ? other.id : id === other.id ? objective.id : id));
    setOrder.mutate({ kind: 'objective', ids });
  };
  const icon = { size: '1.1rem', stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon color="gray" aria-label={t('policy.objectiveMenu', { number })}>
            <IconDots size="1.2rem" stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={place <= 0} onClick={() => swapWith(beside[place - 1])}>
            {t('policy.moveUp')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown {...icon} />} disabled={place === beside.length - 1} onClick={() => swapWith(beside[place + 1])}>
            {t('policy.moveDown')}
          </Menu.Item>
          {pillars.length > 0 ? <Menu.Label>{t('policy.toPillar')}</Menu.Label> : null}
          {pillars
            .filter(({ id }) => id !== objective.pillarId)
            .map(({ id, title }) => (
              <Menu.Item key={id} leftSection={<IconFolder {...icon} />} onClick={() => update.mutate({ id: objective.id, patch: { pillarId: id } })}>
                <bdi>{title || t('policy.untitled')}</bdi>
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash {...icon} />}
            onClick={() =>
              confirm.ask({
                title: t('policy.removeObjective.title'),
                body:
                  measureCount > 0
                    ? t('policy.removeObjective.hasMeasures', { count: measureCount })
                    : t('policy.removeObjective.body', { title: objective.title }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: objective.id }),
              })
            }
          >
            {t('policy.removeObjective.title')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {confirm.dialog}
    </>
  );
}
