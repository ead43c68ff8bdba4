import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CriterionBallot } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import classes from './compare.module.css';

/** Weights out of a ballot that the room has held on the criteria. `hasSwings`: some stand already, and are asked for before they go. */
export function SwingBallots({ hasSwings }: { hasSwings: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const ballots = useQuery(queries.criteria.swingBallots.queryOptions()).data ?? [];
  const { mutate } = useMutation(queries.criteria.takeSwings.mutationOptions());
  const { ask, dialog } = useConfirm();
  const take = ({ ballotId, question }: CriterionBallot) => {
    const onConfirm = () => mutate({ ballotId });
    if (!hasSwings) return onConfirm();
    ask({
      title: t('swing.ballots.replace.title'),
      body: t('swing.ballots.replace.body', { name: question }),
      action: t('swing.ballots.replace.action'),
      onConfirm,
    });
  };
  return (
    <>
      <Menu position="bottom-end" width="22rem">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size="1rem" stroke={1.6} aria-hidden />}>
            {t('swing.ballots')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ballots.length === 0 ? <Menu.Label>{t('swing.ballots.none')}</Menu.Label> : null}
          {ballots.map((ballot) => (
            <Menu.Item key={ballot.ballotId} onClick={() => take(ballot)}>
              <bdi className={classes.ballotName}>{ballot.question}</bdi>
              <bdi className={classes.ballotOf}>{ballot.workshop}</bdi>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item component={Link} to="/workshops/ballots">
            {t('swing.ballots.make')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
