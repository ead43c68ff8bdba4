import type { ProblemTree } from '#shared/domain/trees.ts';
import { placesInTree } from '#shared/methods/tree-places.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './trees.module.css';

/** The objective tree read aloud, from the roots up: «if … then …». Sentences stand only where both sides are worded. */
export function ObjectiveSentences({ tree }: { tree: ProblemTree }) {
  const { t, formats } = useTexts();
  const levels = new Map(placesInTree(tree).map(({ node, level }) => [node.id, level]));
  const worded = new Map(tree.nodes.filter(({ objectiveText }) => objectiveText !== '').map(({ id, objectiveText }) => [id, objectiveText]));
  const list = new Intl.ListFormat(formats.language, { type: 'conjunction' });
  const sentences = tree.nodes
    .filter(({ id }) => worded.has(id))
    .map((end) => ({
      end,
      level: levels.get(end.id) ?? -99,
      means: tree.links.filter(({ effectId }) => effectId === end.id).flatMap(({ causeId }) => worded.get(causeId) ?? []),
    }))
    .filter(({ means }) => means.length > 0)
    .sort((a, b) => a.level - b.level);
  const missing = tree.nodes.length - worded.size;
  return (
    <Panel title={t('trees.sentences.title')} note={t('trees.sentences.note')}>
      {sentences.length === 0 ? <p className={classes.quiet}>{t('trees.sentences.none')}</p> : null}
      <ul className={classes.sentences}>
        {sentences.map(({ end, means }) => (
          <li key={end.id} dir="auto">
            {t('trees.ifThen', {
              means: list.format(means.map((text) => t('trees.quoted', { text: bare(text) }))),
              end: t('trees.quoted', { text: bare(end.objectiveText) }),
            })}
          </li>
        ))}
      </ul>
      {missing > 0 && sentences.length > 0 ? <p className={classes.quiet}>{t('trees.sentences.missing', { count: missing })}</p> : null}
    </Panel>
  );
}

/** A person's words inside a sentence keep their own direction (isolates), and lose their last stop. */
function bare(text: string): string {
  return `\u2068${text.trim().replace(/[.。؟!…]+$/u, '')}\u2069`;
}
