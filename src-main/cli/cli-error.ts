import { ORPCError } from '@orpc/client';
import { CommanderError } from 'commander';
import { type Refusal, type RefusalParams, refusalSchema } from '#shared/contract/refusal.ts';
import { RefusalError, refuse } from '../engine/refuse.ts';
import type { CliContext } from './cli-context.ts';

/** Exit codes: what a script can tell apart without reading words. */
export const exitCodes = { done: 0, refused: 1, wrongCall: 2, fault: 3 } as const;

export interface CliFailure {
  readonly code: string;
  readonly message: string;
  readonly params: RefusalParams;
  readonly exitCode: number;
}

/** Any error as a code, a sentence in the person's language, and the exit code. */
export function describeFailure(error: unknown, context: CliContext): CliFailure {
  const refusal = refusalOf(error, context);
  if (refusal) {
    const { code, params } = refusal;
    return { code, params, message: context.word(`error.${code}`, params), exitCode: code.startsWith('cli/') ? exitCodes.wrongCall : exitCodes.refused };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'fault', params: {}, message: context.t('error.unexpected', { detail }), exitCode: exitCodes.fault };
}

function refusalOf(error: unknown, context: CliContext): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof CommanderError) return refusalOfCall(error, context.world.argv);
  if (!(error instanceof ORPCError)) return undefined;
  if (error.code === 'REFUSED') return refusalSchema.safeParse(error.data).data;
  // The contract's own check of what was sent: the call was wrong, not the program.
  if (error.code === 'BAD_REQUEST') return { code: 'door/bad-request', params: {} };
  return undefined;
}

/** What was wrong with the words on the command line. Commander says it in English with the word concerned in quotation marks. */
function refusalOfCall(error: CommanderError, argv: readonly string[]): Refusal {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const verb = argv.find((word, place) => !word.startsWith('-') && argv[place - 1] !== '--language') ?? '';
  if (verb !== '' && !verbs.some((known) => known === verb)) return { code: 'cli/unknown-verb', params: { verb, verbs: verbs.join(', ') } };
  if (error.code === 'commander.unknownOption') return { code: 'cli/unknown-option', params: { option: named, verb } };
  if (error.code === 'commander.excessArguments') return { code: 'cli/too-many-arguments', params: { verb } };
  return { code: 'cli/missing-argument', params: { argument: named, verb } };
}

const verbs = ['new', 'import', 'show', 'query', 'export', 'check', 'share', 'hand-out', 'merge', 'copies', 'recover', 'serve', 'demo'] as const;

/** One of the words allowed, or a refusal that lists them. */
export function oneOf<Word extends string>(option: string, value: string, allowed: readonly Word[]): Word {
  return allowed.find((word) => word === value) ?? refuse('cli/bad-option', { option, value, allowed: allowed.join(', ') });
}
