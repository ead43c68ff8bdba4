import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { IconBinaryTree, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemTree } from '#shared/domain/trees.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWantedObject } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { NewTreeDialog } from './trees/new-tree-dialog.tsx';
import { NodeDrawer } from './trees/node-drawer.tsx';
import { ObjectiveSentences } from './trees/objective-sentences.tsx';
import { TreeCanvas } from './trees/tree-canvas.tsx';
import { TreeChecks } from './trees/tree-checks.tsx';
import { TreeMenu } from './trees/tree-menu.tsx';
import { TreeOutline } from './trees/tree-outline.tsx';
import classes from './trees/trees.module.css';
import { type TreeView, useTree } from './trees/use-trees.ts';

/** Why a problem is there and what comes of it; turned round, what has to become true. */
export function TreesPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const trees = useQuery(queries.trees.list.queryOptions()).data;
  const wanted = useWantedObject();
  const [isStarting, setStarting] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const wantedTree = trees?.find(({ id, nodes }) => id === wanted || nodes.some((node) => node.id === wanted));
  const tree = trees?.find(({ id }) => id === chosenId) ?? wantedTree ?? trees?.[0];
  const start = (
    <Button variant={tree ? 'default' : 'filled'} leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => setStarting(true)}>
      {t('trees.start')}
    </Button>
  );
  return (
    <StagePage wide title={t('section.trees')} purpose={t('trees.purpose')} actions={tree ? start : null}>
      {trees === undefined ? <Skeleton height="24rem" /> : null}
      {trees?.length === 0 ? (
        <Panel>
          <EmptyState icon={IconBinaryTree} title={t('trees.empty.title')} action={start}>
            {t('trees.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {tree && trees ? (
        <TreeAtWork key={tree.id} tree={tree} trees={trees} wantedNode={tree.nodes.find(({ id }) => id === wanted)?.id ?? null} onChoose={setChosenId} />
      ) : null}
      {isStarting ? <NewTreeDialog onClose={() => setStarting(false)} onAdded={setChosenId} /> : null}
    </StagePage>
  );
}

function TreeAtWork({
  tree,
  trees,
  wantedNode,
  onChoose,
}: {
  tree: ProblemTree;
  trees: readonly ProblemTree[];
  wantedNode: string | null;
  onChoose: (treeId: string | null) => void;
}) {
  const { t } = useTexts();
  const deeds = useTree(tree);
  const [view, setView] = useState<TreeView>('problems');
  const [openId, setOpenId] = useState<string | null>(wantedNode);
  const open = tree.nodes.find(({ id }) => id === openId) ?? null;
  return (
    <>
      <Panel plain>
        <div className={classes.bar}>
          <div className={classes.barMain}>
            <Select
              label={t('trees.which')}
              data={trees.map(({ id, title }) => ({ value: id, label: title || t('trees.untitled') }))}
              value={tree.id}
              onChange={onChoose}
              allowDeselect={false}
            />
            <SegmentedControl
              aria-label={t('trees.view')}
              data={[
                { value: 'problems', label: t('trees.view.problems') },
                { value: 'objectives', label: t('trees.view.objectives') },
              ]}
              value={view}
              onChange={setView}
            />
          </div>
          <TreeMenu tree={tree} onRemoved={() => onChoose(null)} />
        </div>
        <div className={classes.stage}>
          <div className={classes.frame} dir="ltr">
            <TreeCanvas tree={tree} view={view} deeds={deeds} onOpen={setOpenId} />
          </div>
          <div className={classes.beside}>
            <section className={classes.checking} aria-label={t('trees.check.title')}>
              <h2>{t('trees.check.title')}</h2>
              <TreeChecks tree={tree} onOpen={setOpenId} />
            </section>
            <TreeOutline tree={tree} view={view} deeds={deeds} onOpen={setOpenId} />
          </div>
        </div>
      </Panel>
      {view === 'objectives' ? <ObjectiveSentences tree={tree} /> : null}
      <NodeDrawer node={open} tree={tree} view={view} deeds={deeds} onOpen={setOpenId} onClose={() => setOpenId(null)} />
    </>
  );
}
