import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BallotOptionInput } from '#shared/domain/ballots.ts';
import { quizQuestionSchema } from '#shared/domain/ballots.ts';
import { stages } from '#shared/domain/stages.ts';
import { type Agenda, clockTimeSchema, depths, sessionKinds, workshopKinds } from '#shared/domain/workshops.ts';
import { chooseLanguage } from '../i18n/load-texts.ts';

/** The same words by language; English is always there. */
const wordsSchema = z.record(z.string(), z.string());
type Words = z.infer<typeof wordsSchema>;

const blockSchema = z.object({
  kind: z.enum(sessionKinds),
  stage: z.union([z.enum(stages), z.literal('')]),
  task: z.string(),
  title: wordsSchema,
  purpose: wordsSchema,
  how: wordsSchema,
  materials: wordsSchema,
});

const agendaFileSchema = z.object({
  title: wordsSchema,
  about: wordsSchema,
  kind: z.enum(workshopKinds),
  depth: z.enum(depths),
  items: z.array(z.object({ day: z.int(), block: z.string(), minutes: z.int(), start: clockTimeSchema.optional() })),
});

const filesSchema = z.object({ blocks: z.record(z.string(), blockSchema), agendas: z.record(z.string(), agendaFileSchema) });
const evaluationSchema = z.object({
  question: wordsSchema,
  help: wordsSchema,
  questions: z.array(quizQuestionSchema.omit({ choices: true }).extend({ text: wordsSchema, choices: z.array(wordsSchema).default([]) })),
});

const read = <Schema extends z.ZodType>(schema: Schema, resourcesFolder: string, ...path: string[]): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'agendas', ...path), 'utf8')));

/** The shipped agendas (`resources/agendas/agendas.json`) in a language, as they are offered. */
export function readAgendas(resourcesFolder: string, language: string): Agenda[] {
  const { blocks, agendas } = read(filesSchema, resourcesFolder, 'agendas.json');
  const say = sayer(resourcesFolder, language);
  return Object.entries(agendas).map(([id, { title, about, kind, depth, items }]) => ({
    id,
    title: say(title),
    about: say(about),
    kind,
    depth,
    days: Math.max(...items.map(({ day }) => day)),
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    sessions: items.map(({ day, block, minutes, start }) => {
      const { kind: sessionKind, stage, task, ...words } = blocks[block] ?? unknownBlock(block);
      const { title: name, purpose, how, materials } = words;
      const spoken = { title: say(name), purpose: say(purpose), how: say(how), materials: say(materials) };
      return { ...spoken, kind: sessionKind, stage, task, day, minutes, plannedStart: start ?? '', notes: '' };
    }),
  }));
}

/** The questions that close a workshop or a training (`resources/agendas/evaluations/workshop.json`) as the options of a quiz ballot with the subject `evaluation`. */
export function readEvaluation(resourcesFolder: string, language: string): { question: string; help: string; options: BallotOptionInput[] } {
  const { question, help, questions } = read(evaluationSchema, resourcesFolder, 'evaluations', 'workshop.json');
  const say = sayer(resourcesFolder, language);
  return {
    question: say(question),
    help: say(help),
    options: questions.map(({ text, choices, type, correct }) => ({
      text: say(text),
      picture: '',
      refId: null,
      quiz: { type, choices: choices.map(say), correct },
    })),
  };
}

function sayer(resourcesFolder: string, wished: string): (words: Words) => string {
  const language = chooseLanguage(resourcesFolder, wished);
  return (words) => words[language] ?? words.en ?? '';
}

function unknownBlock(block: string): never {
  throw new Error(`the shipped agendas have no «${block}»`);
}
