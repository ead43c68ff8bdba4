import { IconAlertTriangle, IconCircleCheck, IconXboxX } from '@tabler/icons-react';
import type { ProblemTree } from '#shared/domain/trees.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './trees.module.css';
import { useNodeWords } from './use-trees.ts';

interface Issue {
  readonly code: 'no-core' | 'cycle' | 'orphan' | 'wrong-side' | 'no-root' | 'bare-root';
  readonly level: 'must' | 'should';
  readonly nodeIds: readonly string[];
}

/** What the checks found, the gravest first. */
function issuesOf({ nodes, check }: Pick<ProblemTree, 'nodes' | 'check'>): Issue[] {
  const { cycles, orphans, wrongSide, rootCauses, bareRoots, hasOneCore } = check;
  const some = (code: Issue['code'], level: Issue['level'], nodeIds: readonly string[]): Issue[] => (nodeIds.length === 0 ? [] : [{ code, level, nodeIds }]);
  return [
    ...(hasOneCore ? [] : [{ code: 'no-core' as const, level: 'must' as const, nodeIds: nodes.filter(({ kind }) => kind === 'core').map(({ id }) => id) }]),
    ...cycles.map((nodeIds): Issue => ({ code: 'cycle', level: 'must', nodeIds })),
    ...some('orphan', 'must', orphans),
    ...some('wrong-side', 'must', wrongSide),
    ...(rootCauses.length === 0 ? [{ code: 'no-root' as const, level: 'should' as const, nodeIds: [] }] : []),
    ...some('bare-root', 'should', bareRoots),
  ];
}

/** The checks in words; each names its nodes, and a press opens one. */
export function TreeChecks({ tree, onOpen }: { tree: ProblemTree; onOpen: (nodeId: string) => void }) {
  const { t } = useTexts();
  const words = useNodeWords();
  const issues = issuesOf(tree);
  if (issues.length === 0) {
    return (
      <p className={classes.check} data-level="good">
        <IconCircleCheck size="1.2rem" stroke={1.8} aria-hidden />
        <span>{t('trees.check.whole', { count: tree.check.rootCauses.length })}</span>
      </p>
    );
  }
  return (
    <ul className={classes.checks}>
      {issues.map(({ code, level, nodeIds }) => {
        const Icon = level === 'must' ? IconXboxX : IconAlertTriangle;
        return (
          <li key={`${code} ${nodeIds.join()}`} className={classes.check} data-level={level}>
            <Icon size="1.2rem" stroke={1.8} aria-hidden />
            <div>
              {t(`trees.check.${code}` as TextKey, { count: nodeIds.length })}
              {nodeIds.length > 0 ? (
                <div className={classes.checkNodes}>
                  {tree.nodes
                    .filter(({ id }) => nodeIds.includes(id))
                    .map((node) => (
                      <button key={node.id} type="button" className={classes.nodeLink} onClick={() => onOpen(node.id)}>
                        <bdi>{words.problem(node)}</bdi>
                      </button>
                    ))}
                </div>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
