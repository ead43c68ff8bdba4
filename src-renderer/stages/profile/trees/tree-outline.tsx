import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRowInsertBottom, IconRowInsertTop } from '@tabler/icons-react';
import type { ProblemNode, ProblemTree } from '#shared/domain/trees.ts';
import { type NodePlace, placesInTree } from '#shared/methods/tree-places.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './trees.module.css';
import { type TreeDeeds, type TreeView, useNodeWords } from './use-trees.ts';

interface OutlineProps {
  readonly tree: ProblemTree;
  readonly view: TreeView;
  readonly deeds: TreeDeeds;
  readonly onOpen: (nodeId: string) => void;
}

/** The same as the drawing as a list: what comes of it, the core, what brings it about, each under what it leads to. */
export function TreeOutline({ tree, view, deeds, onOpen }: OutlineProps) {
  const { t } = useTexts();
  const places = placesInTree(tree);
  const cores = places.filter(({ level }) => level === 0);
  const loose = places.filter(({ level }) => level === null);
  const props = { tree, view, deeds, onOpen, places };
  return (
    <div className={classes.outline}>
      <Part title={t(`trees.part.${view}.effect`)}>
        <Branch {...props} under={cores.map(({ node }) => node.id)} side={1} />
      </Part>
      <Part title={t(`trees.part.${view}.core`)}>
        <ul className={classes.rows}>
          {cores.map(({ node }) => (
            <li key={node.id}>
              <Row {...props} node={node} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t(`trees.part.${view}.cause`)}>
        <Branch {...props} under={cores.map(({ node }) => node.id)} side={-1} />
      </Part>
      {loose.length > 0 ? (
        <Part title={t('trees.part.loose')}>
          <ul className={classes.rows}>
            {loose.map(({ node }) => (
              <li key={node.id}>
                <Row {...props} node={node} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type BranchProps = OutlineProps & { readonly places: readonly NodePlace[] };

/** What stands under nodes on one side, and under each of those what leads on. */
function Branch({ under, side, ...props }: BranchProps & { under: readonly string[]; side: 1 | -1 }) {
  const { t } = useTexts();
  const here = props.places.filter(({ towards, level }) => towards !== null && under.includes(towards) && Math.sign(level ?? 0) === side);
  if (here.length === 0)
    return Math.abs(side) === 1 && under.length > 0 && isNextToCore(props.places, under) ? <p className={classes.quiet}>{t('trees.part.none')}</p> : null;
  return (
    <ul className={classes.rows}>
      {here.map(({ node }) => (
        <li key={node.id}>
          <Row {...props} node={node} />
          <Branch {...props} under={[node.id]} side={side} />
        </li>
      ))}
    </ul>
  );
}

const isNextToCore = (places: readonly NodePlace[], ids: readonly string[]): boolean =>
  ids.some((id) => places.some(({ node, level }) => node.id === id && level === 0));

function Row({ tree, view, deeds, onOpen, node }: BranchProps & { node: ProblemNode }) {
  const { t } = useTexts();
  const words = useNodeWords();
  const title = view === 'problems' ? words.problem(node) : words.objective(node);
  const sides = node.kind === 'core' ? (['effect', 'cause'] as const) : ([node.kind] as const);
  return (
    <div className={classes.row} data-object={node.id}>
      <button
        type="button"
        className={classes.rowMain}
        data-unworded={(view === 'problems' ? node.text : node.objectiveText) === '' || undefined}
        onClick={() => onOpen(node.id)}
      >
        <span dir="auto">{title}</span>
        <Behind node={node} view={view} isBare={tree.check.bareRoots.includes(node.id)} />
      </button>
      {view === 'problems'
        ? sides.map((side) => (
            <Tooltip key={side} label={t(side === 'cause' ? 'trees.addCause' : 'trees.addEffect')}>
              <ActionIcon
                size="2.25rem"
                aria-label={t(side === 'cause' ? 'trees.addCauseOf' : 'trees.addEffectOf', { name: title })}
                onClick={() => deeds.addBeside(node, side, onOpen)}
              >
                {side === 'cause' ? (
                  <IconRowInsertBottom size="1.15rem" stroke={1.6} aria-hidden />
                ) : (
                  <IconRowInsertTop size="1.15rem" stroke={1.6} aria-hidden />
                )}
              </ActionIcon>
            </Tooltip>
          ))
        : null}
    </div>
  );
}

function Behind({ node, view, isBare }: { node: ProblemNode; view: TreeView; isBare: boolean }) {
  const { t } = useTexts();
  if (view === 'objectives') return node.objectiveId === null ? null : <small>{t('trees.inPlan')}</small>;
  if (node.support !== null) return <small>{t(`support.${node.support}`)}</small>;
  if (node.isClaim) return <small>{t('support.claim')}</small>;
  return isBare ? <small data-bare>{t('trees.noEvidence')}</small> : null;
}
