import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { mayThroughDoor } from './door-rules.ts';
import { onlyReads } from './only-reads.ts';
import { onBehalfOf, streamOnBehalf } from './project/history/request-author.ts';
import type { OpenProject } from './project/open-project.ts';
import { RefusalError, refuse } from './refuse.ts';
import type { EngineContext } from './services.ts';

/** A refusal thrown anywhere below becomes the contract's typed error: code and parameters, ready to cross a process border. */
function toContractError(error: unknown): unknown {
  if (error instanceof RefusalError) {
    return new ORPCError('REFUSED', { defined: true, message: error.refusal.code, data: error.refusal, status: 422 });
  }
  return error;
}

/** The contract, ready to be implemented subject by subject. */
export const procedures = implement(contract)
  .$context<EngineContext>()
  .use(async ({ context, next, path }) => {
    try {
      if (!mayThroughDoor(context.door, path)) refuse('door/lead-only');
      if (!onlyReads(path)) await calm(context);
      return await onBehalfOf(context.door.visitor?.person ?? null, next);
    } catch (error) {
      throw toContractError(context.services.session.explain(error));
    }
  });

/** Waits while a long change is being written: until then only questions are answered. Closing does not wait, it stops the change. */
async function calm({ services }: EngineContext): Promise<void> {
  for (let over = services.session.current?.calm; over; over = services.session.current?.calm) await over;
}

/** Wraps a stream so that refusals thrown while it runs cross the border too, and its changes carry the name of whoever asked for it. */
export function streamed<Yielded, Returned>(stream: AsyncGenerator<Yielded, Returned>): AsyncGenerator<Yielded, Returned> {
  return withContractErrors(streamOnBehalf(stream));
}

async function* withContractErrors<Yielded, Returned>(stream: AsyncGenerator<Yielded, Returned>): AsyncGenerator<Yielded, Returned> {
  try {
    return yield* stream;
  } catch (error) {
    throw toContractError(error);
  }
}

/** The open project of a request; refused when none is open. */
export function openProjectOf(context: EngineContext): OpenProject {
  return context.services.session.require();
}
