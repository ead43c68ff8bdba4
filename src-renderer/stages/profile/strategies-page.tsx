import { Button, Skeleton } from '@mantine/core';
import { IconFileSearch, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { AddStrategy } from './strategies/add-strategy.tsx';
import { LeadershipPanel } from './strategies/leadership-panel.tsx';
import { StrategyDrawer } from './strategies/strategy-drawer.tsx';
import { StrategyList } from './strategies/strategy-list.tsx';

/** Whether safety appears in what the city has already decided elsewhere, and who leads on it. */
export function StrategiesPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const strategies = useQuery(queries.strategies.list.queryOptions()).data;
  const [isAdding, setIsAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const add = (
    <Button leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('strategies.add')}
    </Button>
  );
  const count = (appearance: string) => formats.count(strategies?.filter((strategy) => strategy.appearance === appearance).length);
  return (
    <StagePage wide title={t('section.strategies')} purpose={t('strategies.purpose')} actions={strategies && strategies.length > 0 ? add : null}>
      {strategies === undefined ? <Skeleton height="20rem" /> : null}
      {strategies?.length === 0 ? (
        <Panel>
          <EmptyState icon={IconFileSearch} title={t('strategies.empty.title')} action={add}>
            {t('strategies.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {strategies && strategies.length > 0 ? (
        <>
          <StatRow>
            <Stat value={formats.count(strategies.length)} label={t('strategies.count')} />
            <Stat value={count('subject')} label={t('appearance.subject')} />
            <Stat value={count('passing')} label={t('appearance.passing')} />
            <Stat value={count('absent')} label={t('appearance.absent')} />
          </StatRow>
          <Panel title={t('strategies.list')} note={t('strategies.note')} plain>
            <StrategyList strategies={strategies} onOpen={setOpenId} />
          </Panel>
        </>
      ) : null}
      <LeadershipPanel />
      <AddStrategy isOpen={isAdding} onClose={() => setIsAdding(false)} onAdded={setOpenId} />
      <StrategyDrawer strategy={strategies?.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </StagePage>
  );
}
