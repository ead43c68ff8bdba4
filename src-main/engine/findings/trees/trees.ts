import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { SupportLevel } from '#shared/domain/findings.ts';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type NodeInput, type ProblemNode, type ProblemTree, problemNodeSchema, type TreeInput } from '#shared/domain/trees.ts';
import { checkProblemTree } from '#shared/methods/problem-tree.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import type { ProblemNodeTable } from '../../project/schema.ts';
import { refuse } from '../../refuse.ts';
import { listFindings } from '../findings.ts';

const emptyTree: TreeInput = { title: '', note: '', groupId: null, sessionId: null };
const emptyNode: NodeInput = { kind: 'cause', text: '', objectiveText: '', findingId: null, isClaim: false };

/** Problem trees in their order, each with its checks. */
export function listTrees(project: OpenProject): ProblemTree[] {
  const supports = new Map(listFindings(project).map(({ id, support }) => [id, support]));
  const nodes = groupBy(project.all(sql.selectFrom('problem_node').selectAll().orderBy('id')), (row) => row.tree_id);
  const links = groupBy(project.all(sql.selectFrom('problem_link').selectAll().orderBy('cause_id').orderBy('effect_id')), (row) => row.tree_id);
  return project.all(sql.selectFrom('problem_tree').selectAll().orderBy('position').orderBy('id')).map((row) => {
    const own = (nodes.get(row.id) ?? []).map((node) => readNode(node, supports));
    const ids = new Set(own.map(({ id }) => id));
    const tied = (links.get(row.id) ?? [])
      .map((link) => ({ causeId: link.cause_id, effectId: link.effect_id }))
      .filter(({ causeId, effectId }) => ids.has(causeId) && ids.has(effectId));
    return {
      id: row.id,
      title: row.title,
      note: row.note,
      groupId: row.group_id,
      sessionId: row.session_id,
      nodes: own,
      links: tied,
      check: checkProblemTree(
        own.map(({ id, kind, isClaim, support }) => ({ id, kind, isClaim, hasEvidence: support !== null && support !== 'claim' })),
        tied,
      ),
    };
  });
}

export function findTree(project: OpenProject, id: string): ProblemTree {
  return listTrees(project).find((tree) => tree.id === id) ?? refuse('object/not-found');
}

/** A node and the tree that it stands in. */
export function findNode(project: OpenProject, id: string): { tree: ProblemTree; node: ProblemNode } {
  for (const tree of listTrees(project)) {
    const node = tree.nodes.find((candidate) => candidate.id === id);
    if (node) return { tree, node };
  }
  return refuse('object/not-found');
}

function readNode(row: Selectable<ProblemNodeTable>, supports: ReadonlyMap<string, SupportLevel>): ProblemNode {
  return {
    id: row.id,
    kind: problemNodeSchema.shape.kind.catch('cause').parse(row.kind),
    text: row.text,
    objectiveText: row.objective_text,
    findingId: row.finding_id,
    isClaim: row.is_claim === 1,
    x: row.x,
    y: row.y,
    objectiveId: row.objective_id,
    support: row.finding_id === null ? null : (supports.get(row.finding_id) ?? null),
  };
}

/** Starts a tree behind those that are there; what is not given stays empty. Returns its id. */
export function addTree(write: ChangeWriter, project: OpenProject, input: Partial<TreeInput>): string {
  const id = uuidv7();
  const last = project.first(sql.selectFrom('problem_tree').select('position').orderBy('position', 'desc').limit(1));
  write.run(sql.insertInto('problem_tree').values({ id, position: (last?.position ?? 0) + 1, ...treeColumns({ ...emptyTree, ...given(input) }) }));
  return id;
}

export function treeColumns({ title, note, groupId, sessionId }: TreeInput) {
  return { title, note, group_id: groupId, session_id: sessionId };
}

/** Adds a node; what is not given stays empty. Returns its id. */
export function addNode(write: ChangeWriter, treeId: string, input: Partial<NodeInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('problem_node').values({ id, tree_id: treeId, ...nodeColumns({ ...emptyNode, ...given(input) }) }));
  return id;
}

export function nodeColumns({ kind, text, objectiveText, findingId, isClaim }: NodeInput) {
  return { kind, text, objective_text: objectiveText, finding_id: findingId, is_claim: isClaim ? 1 : 0 };
}

/** Ties a cause to what it leads to; a tie that is there stays. */
export function addLink(write: ChangeWriter, treeId: string, causeId: string, effectId: string): void {
  write.run(
    sql
      .insertInto('problem_link')
      .values({ tree_id: treeId, cause_id: causeId, effect_id: effectId })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
