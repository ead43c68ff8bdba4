import { expect, test } from 'vitest';
import { authorOfRequest, onBehalfOf, streamOnBehalf } from '#main/engine/project/history/request-author.ts';

async function* authors() {
  yield authorOfRequest();
  await Promise.resolve();
  yield authorOfRequest();
  return authorOfRequest();
}

async function read(stream: AsyncGenerator<string | undefined, string | undefined>) {
  const seen: (string | undefined)[] = [];
  let step = await stream.next();
  for (; !step.done; step = await stream.next()) seen.push(step.value);
  return [...seen, step.value];
}

test('a stream works for whoever asked for it, although it starts when the request is over', async () => {
  const stream = onBehalfOf('Ana', () => streamOnBehalf(authors()));
  expect(await onBehalfOf('Ben', () => read(stream))).toEqual(['Ana', 'Ana', 'Ana']);
});

test('a stream of the person at this machine has no name of its own', async () => {
  expect(await read(onBehalfOf(null, () => streamOnBehalf(authors())))).toEqual([undefined, undefined, undefined]);
});

test('a reader who goes away ends the work', async () => {
  const ended: (string | undefined)[] = [];
  async function* work() {
    try {
      yield 1;
      yield 2;
    } finally {
      ended.push(authorOfRequest());
    }
  }
  const stream = onBehalfOf('Ana', () => streamOnBehalf(work()));
  await stream.next();
  await stream.return(undefined);
  expect(ended).toEqual(['Ana']);
});
