import { given } from '#shared/domain/given.ts';
import type { ProblemLink, ProblemTree } from '#shared/domain/trees.ts';
import { addObjective, findObjective } from '../../policy/objectives.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { changedFields } from '../../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findFinding } from '../findings.ts';
import { shorten } from '../shorten.ts';
import { addLink, addNode, addTree, findNode, findTree, listTrees, nodeColumns, treeColumns } from './trees.ts';

const trees = procedures.trees;
const subjects = ['findings'] as const;

export const treeProcedures = trees.router({
  list: trees.list.handler(({ context }) => listTrees(openProjectOf(context))),

  add: trees.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { core, ...tree } = input;
    if (core?.findingId) findFinding(project, core.findingId);
    const id = project.change({ name: 'trees.add', params: { name: shorten(tree.title || core?.text || '') }, subjects }, (write) => {
      const treeId = addTree(write, project, tree);
      if (core) addNode(write, treeId, { ...core, kind: 'core' });
      return treeId;
    });
    return findTree(project, id);
  }),

  update: trees.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findTree(project, input.id), ...given(input.patch) };
    project.change({ name: 'trees.update', params: { name: shorten(after.title), fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('problem_tree').set(treeColumns(after)).where('id', '=', input.id));
    });
    return findTree(project, input.id);
  }),

  remove: trees.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findTree(project, input.id);
    project.change({ name: 'trees.remove', params: { name: shorten(title) }, subjects }, (write) => {
      write.run(sql.deleteFrom('problem_tree').where('id', '=', input.id));
    });
  }),

  addNode: trees.addNode.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { treeId, causeOf, effectOf, ...node } = input;
    const tree = findTree(project, treeId);
    for (const other of [causeOf, effectOf]) if (other !== undefined) nodeIn(tree, other);
    const nodeId = project.change({ name: 'trees.addNode', params: { name: shorten(node.text ?? '') }, subjects }, (write) => {
      const id = addNode(write, treeId, node);
      if (causeOf !== undefined) addLink(write, treeId, id, causeOf);
      if (effectOf !== undefined) addLink(write, treeId, effectOf, id);
      return id;
    });
    return { nodeId, tree: findTree(project, treeId) };
  }),

  updateNode: trees.updateNode.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { tree, node } = findNode(project, input.id);
    const after = { ...node, ...given(input.patch) };
    project.change({ name: 'trees.updateNode', params: { name: shorten(after.text), fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('problem_node').set(nodeColumns(after)).where('id', '=', input.id));
    });
    return findTree(project, tree.id);
  }),

  removeNode: trees.removeNode.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { tree, node } = findNode(project, input.id);
    project.change({ name: 'trees.removeNode', params: { name: shorten(node.text) }, subjects }, (write) => {
      write.run(sql.deleteFrom('problem_node').where('id', '=', input.id));
    });
    return findTree(project, tree.id);
  }),

  link: trees.link.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { names } = linked(project, input);
    if (input.causeId === input.effectId) refuse('tree/self-cause');
    project.change({ name: 'trees.link', params: names, subjects }, (write) => addLink(write, input.treeId, input.causeId, input.effectId));
    return findTree(project, input.treeId);
  }),

  unlink: trees.unlink.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { names } = linked(project, input);
    project.change({ name: 'trees.unlink', params: names, subjects }, (write) => {
      write.run(sql.deleteFrom('problem_link').where('cause_id', '=', input.causeId).where('effect_id', '=', input.effectId));
    });
    return findTree(project, input.treeId);
  }),

  move: trees.move.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findTree(project, input.treeId);
    project.change({ name: 'trees.move', params: { name: shorten(title) }, subjects }, (write) => {
      for (const { id, x, y } of input.positions) {
        write.run(sql.updateTable('problem_node').set({ x, y }).where('id', '=', id).where('tree_id', '=', input.treeId));
      }
    });
    return findTree(project, input.treeId);
  }),

  arrange: trees.arrange.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findTree(project, input.treeId);
    project.change({ name: 'trees.arrange', params: { name: shorten(title) }, subjects }, (write) => {
      write.run(sql.updateTable('problem_node').set({ x: null, y: null }).where('tree_id', '=', input.treeId));
    });
    return findTree(project, input.treeId);
  }),

  makeObjective: trees.makeObjective.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { node } = findNode(project, input.nodeId);
    const title = node.objectiveText.trim();
    if (title === '') refuse('tree/no-wording');
    const findingIds = node.findingId === null ? [] : [node.findingId];
    const id = project.change({ name: 'trees.makeObjective', params: { name: shorten(title) }, subjects: ['findings', 'policy'] }, (write) => {
      const objectiveId = addObjective(write, { title, findingIds });
      write.run(sql.updateTable('problem_node').set({ objective_id: objectiveId }).where('id', '=', input.nodeId));
      return objectiveId;
    });
    return findObjective(project, id);
  }),
});

function nodeIn(tree: ProblemTree, id: string) {
  return tree.nodes.find((node) => node.id === id) ?? refuse('object/not-found');
}

function linked(project: OpenProject, { treeId, causeId, effectId }: ProblemLink & { treeId: string }) {
  const tree = findTree(project, treeId);
  return { names: { cause: shorten(nodeIn(tree, causeId).text), effect: shorten(nodeIn(tree, effectId).text) } };
}
