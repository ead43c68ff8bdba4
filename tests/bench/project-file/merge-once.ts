/** One bringing together in a process of its own: `node merge-once.ts FOLDER PROJECT COPY …` prints its times in milliseconds as JSON. */
import { answerOf, startEngine } from './engine-at-hand.ts';

export interface MergeTimes {
  readonly preview: number;
  readonly merge: number;
  readonly reviews: number;
  readonly questions: number;
  readonly undo: number;
  readonly redo: number;
}

const [folder = '', project = '', ...copies] = process.argv.slice(2);
const { engine, client, open, close } = startEngine(folder);
await open(project);
const timed = async <Answer>(ask: () => Promise<Answer>): Promise<[number, Answer]> => {
  const start = performance.now();
  const answer = await ask();
  return [performance.now() - start, answer];
};
const files = copies.map((path) => engine.services.files.hand(path));
const [preview] = await timed(() => answerOf(client.merging.preview({ files })));
const [merge] = await timed(() => answerOf(client.merging.bringTogether({ files })));
const [reviews, items] = await timed(() => client.merging.reviews());
const [undo] = await timed(() => client.history.undo());
const [redo] = await timed(() => client.history.redo());
console.log(JSON.stringify({ preview, merge, reviews, questions: items.length, undo, redo } satisfies MergeTimes));
close();
