import type { ProblemNode, ProblemTree } from '#shared/domain/trees.ts';
import { type NodePlace, placesInTree } from '#shared/methods/tree-places.ts';
import type { Block, Section } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';

type View = 'problems' | 'objectives';

/** The problem trees, each as a drawing and as the list that says the same; turned round too where it is worded. Nothing where there is no tree. */
export function treeSections(writer: ReportWriter): Section[] {
  const { t, data } = writer;
  const trees = data.problemTrees.filter(({ nodes }) => nodes.length > 0);
  if (trees.length === 0) return [];
  return [
    { title: t('report.trees.title'), lead: t('report.trees.lead'), startsPage: false, level: 2, blocks: trees.flatMap((tree) => treeBlocks(writer, tree)) },
  ];
}

/** One tree: its name, what was noted, and its two sides. */
export function treeBlocks(writer: ReportWriter, tree: ProblemTree): Block[] {
  const isTurned = tree.nodes.some(({ objectiveText }) => objectiveText !== '');
  return [
    { kind: 'heading', text: tree.title || writer.t('trees.untitled') },
    ...(tree.note ? [{ kind: 'text', text: tree.note } as const] : []),
    ...sideBlocks(writer, tree, 'problems'),
    ...(isTurned ? sideBlocks(writer, tree, 'objectives') : []),
  ];
}

function sideBlocks(writer: ReportWriter, tree: ProblemTree, view: View): Block[] {
  const { t } = writer;
  const isDashed = (node: ProblemNode) => (view === 'problems' ? isBare(tree, node) : node.objectiveText === '');
  const caption = t(`report.trees.caption.${view}`, { title: tree.title || t('trees.untitled') });
  const source = tree.nodes.some(isDashed) ? t(`report.trees.dashed.${view}`) : '';
  const texts = { caption, alt: altText(writer, tree, view), source };
  const picture = writer.tree({ tree, wordsOf: (node) => wordsOf(writer, node, view), isDashed }, texts);
  return [...(picture ? [picture] : [{ kind: 'text', text: t('report.trees.listOnly') } as const]), ...outline(writer, tree, view)];
}

/** People say so, and nothing else stands behind it. */
function isBare(tree: ProblemTree, node: ProblemNode): boolean {
  return tree.check.bareRoots.includes(node.id) || node.isClaim || node.support === 'claim';
}

function wordsOf({ t }: ReportWriter, { text, objectiveText }: ProblemNode, view: View): string {
  const problem = text || t('trees.node.unwritten');
  return view === 'problems' ? problem : objectiveText || t('trees.node.notTurned', { problem });
}

function altText(writer: ReportWriter, tree: ProblemTree, view: View): string {
  const { t, formats, words } = writer;
  const places = placesInTree(tree);
  const of = (isMeant: (level: number) => boolean) => places.filter(({ level }) => level !== null && isMeant(level)).length;
  return t(`report.trees.alt.${view}`, {
    core: words.list(places.filter(({ level }) => level === 0).map(({ node }) => wordsOf(writer, node, view))) || t('trees.node.unwritten'),
    causes: formats.count(of((level) => level < 0)),
    effects: formats.count(of((level) => level > 0)),
  });
}

/** What comes of it, the core, what brings it about: each under what it leads to. */
function outline(writer: ReportWriter, tree: ProblemTree, view: View): Block[] {
  const { t } = writer;
  const places = placesInTree(tree);
  const cores = places.filter(({ level }) => level === 0);
  const row = ({ node }: NodePlace, level: number): Block => {
    const behind = behindOf(writer, tree, node, view);
    return {
      kind: 'rich',
      style: 'bullet',
      level,
      runs: [{ text: wordsOf(writer, node, view), isBold: node.kind === 'core' }, ...(behind ? [{ text: ` (${behind})`, isItalic: true }] : [])],
    };
  };
  const branch = (under: readonly string[], side: 1 | -1, level: number): Block[] =>
    places
      .filter(({ towards, level: away }) => towards !== null && under.includes(towards) && Math.sign(away ?? 0) === side)
      .flatMap((place) => [row(place, level), ...branch([place.node.id], side, level + 1)]);
  const part = (title: string, rows: readonly Block[]): Block[] =>
    rows.length === 0 ? [] : [{ kind: 'rich', style: 'paragraph', level: 0, runs: [{ text: title, isBold: true }] }, ...rows];
  const ids = cores.map(({ node }) => node.id);
  return [
    ...part(t(`trees.part.${view}.effect`), branch(ids, 1, 0)),
    ...part(
      t(`trees.part.${view}.core`),
      cores.map((place) => row(place, 0)),
    ),
    ...part(t(`trees.part.${view}.cause`), branch(ids, -1, 0)),
    ...part(
      t('trees.part.loose'),
      places.filter(({ level }) => level === null).map((place) => row(place, 0)),
    ),
  ];
}

function behindOf({ t, words }: ReportWriter, tree: ProblemTree, node: ProblemNode, view: View): string {
  if (view === 'objectives') return node.objectiveId === null ? '' : t('trees.inPlan');
  if (node.support !== null) return words.support(node.support);
  if (node.isClaim) return t('support.claim');
  return tree.check.bareRoots.includes(node.id) ? t('trees.noEvidence') : '';
}
