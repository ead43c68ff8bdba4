import { join, resolve } from 'node:path';
import { ORPCError } from '@orpc/client';
import type { EngineClient } from '#shared/contract/contract.ts';
import { refusalSchema } from '#shared/contract/refusal.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { loadTranslate } from '../engine/i18n/load-texts.ts';
import type { EngineFolders } from '../engine/services.ts';

/** The world a command line runs in: words, places, and where its lines go. */
export interface CliWorld {
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly folders: EngineFolders;
  writeOut(text: string): void;
  writeErr(text: string): void;
  /** A person is watching: progress may be drawn over itself on the error stream. */
  readonly showsProgress: boolean;
}

/** What a verb answers: a value for `--json`, words for a person. */
export interface VerbAnswer {
  readonly value: unknown;
  readonly text: string;
}

/** What every verb works with. */
export interface CliContext {
  readonly world: CliWorld;
  readonly isJson: boolean;
  readonly language: string;
  readonly t: Translate;
  readonly formats: Formats;
  /** A text whose key is put together from a code; the key itself where there is no such text. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The full path of a path as the person typed it. */
  path(typed: string): string;
  /** A line that appears while the verb still works; silent with `--json`. */
  say(line: string): void;
  /** Reads a stream of progress to its end. */
  follow<Result>(stream: AsyncIterator<Progress, Result>): Promise<Result>;
}

export function createCliContext(world: CliWorld, options: { isJson: boolean; language: string }): CliContext {
  const { isJson, language } = options;
  const t = loadTranslate(world.folders.resources, language);
  const showsProgress = world.showsProgress && !isJson;
  return {
    world,
    isJson,
    language,
    t,
    formats: createFormats(language),
    // Codes come out of data, so that the compiler cannot know the key; the check of texts does.
    word: (key, values) => t(key as TextKey, values),
    // npm starts its scripts in the folder of the package and says where the person was.
    path: (typed) => resolve(world.environment.npm_lifecycle_event === 'city-safety' ? (world.environment.INIT_CWD ?? '.') : '.', typed),
    say: (line) => {
      if (!isJson) world.writeOut(`${line}\n`);
    },
    follow: async (stream) => {
      const draw = (line: string) => {
        if (showsProgress) world.writeErr(`\r\u001b[K${line}`);
      };
      try {
        for (;;) {
          const next = await stream.next();
          if (next.done) return next.value;
          draw(progressLine(next.value, t(`progress.${next.value.step}` as TextKey)));
        }
      } finally {
        draw('');
      }
    },
  };
}

const progressLine = ({ done, total }: Progress, step: string): string => (total ? `${step} ${Math.floor((100 * done) / total)} %` : `${step} …`);

export interface CliEngine {
  readonly engine: Engine;
  readonly client: EngineClient;
  /** The token of a path as the person typed it. */
  hand(typed: string): Promise<FileToken>;
  /** Opens the project file that a verb names first. A verb that only reads does so too while somebody else has the project open. */
  open(typed: string, options?: { onlyReads: boolean }): Promise<void>;
}

/**
 * Runs a verb's work on an engine in this process. Its settings are thrown away with it: a script that makes a hundred projects leaves the
 * list of recent ones as it was.
 */
export async function withCliEngine<Result>(context: CliContext, work: (cli: CliEngine) => Promise<Result>): Promise<Result> {
  const { folders } = context.world;
  const engine = createEngine({ folders: { ...folders, settings: join(folders.temporary, 'settings'), copySettings: folders.settings } });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  const hand = async (typed: string) => (await client.files.fromPath({ path: context.path(typed) })).file;
  const open = async (typed: string, { onlyReads } = { onlyReads: false }) => {
    // Other people of the machine can read a command line, but not the environment of somebody's process.
    const passphrase = context.world.environment.CITY_SAFETY_PASSPHRASE;
    const file = await hand(typed);
    const opening = { file, ...(passphrase && { passphrase }) };
    try {
      await client.project.open(opening);
    } catch (error) {
      if (!onlyReads || !isOpenElsewhere(error)) throw error;
      await client.project.open({ ...opening, mode: 'read-only' });
    }
  };
  try {
    return await work({ engine, client, hand, open });
  } finally {
    engine.close();
  }
}

function isOpenElsewhere(error: unknown): boolean {
  return error instanceof ORPCError && refusalSchema.safeParse(error.data).data?.code === 'project/open-elsewhere';
}
