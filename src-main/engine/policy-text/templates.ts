import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type DraftTemplate, draftTemplates, type TemplateOffer } from '#shared/domain/policy-text.ts';
import { liveBlockNames } from '#shared/domain/policy-text-live.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { chooseLanguage } from '../i18n/load-texts.ts';

const wordsSchema = z.record(z.string(), z.string());
const bodySchema = z.union([
  z.strictObject({ paragraph: wordsSchema }),
  z.strictObject({ heading: wordsSchema }),
  z.strictObject({ quote: wordsSchema }),
  z.strictObject({ bullets: z.array(wordsSchema) }),
  z.strictObject({ numbered: z.array(wordsSchema) }),
  z.strictObject({ live: z.enum(liveBlockNames) }),
]);
const templateFileSchema = z.strictObject({
  title: wordsSchema,
  about: wordsSchema,
  sections: z.array(
    z.strictObject({ code: z.string(), level: z.union([z.literal(1), z.literal(2)]), title: wordsSchema, hint: wordsSchema, body: z.array(bodySchema) }),
  ),
});

export interface TemplateSection {
  readonly code: string;
  readonly level: 1 | 2;
  readonly title: string;
  readonly hint: string;
  readonly nodes: readonly RichNode[];
}

export interface PolicyTemplate {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly TemplateSection[];
}

/** A shipped template (`resources/policy-templates/<template>.json`) in a language. */
export function readTemplate(resourcesFolder: string, template: DraftTemplate, language: string): PolicyTemplate {
  const file = templateFileSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'policy-templates', `${template}.json`), 'utf8')));
  const chosen = chooseLanguage(resourcesFolder, language);
  const say = (words: Readonly<Record<string, string>>) => words[chosen] ?? words.en ?? '';
  return {
    title: say(file.title),
    about: say(file.about),
    sections: file.sections.map(({ code, level, title, hint, body }) => ({
      ...{ code, level, title: say(title), hint: say(hint) },
      nodes: body.map((part) => nodeOf(part, say)),
    })),
  };
}

/** All templates as they are offered. */
export function offerTemplates(resourcesFolder: string, language: string): TemplateOffer[] {
  return draftTemplates.map((template) => {
    const { title, about, sections } = readTemplate(resourcesFolder, template, language);
    return { template, title, about, sections: sections.map(({ code, level, title: name }) => ({ code, level, title: name })) };
  });
}

function nodeOf(part: z.output<typeof bodySchema>, say: (words: Readonly<Record<string, string>>) => string): RichNode {
  if ('live' in part) return { type: 'liveBlock', attrs: { block: part.live, of: '' } };
  if ('heading' in part) return { type: 'heading', attrs: { level: 2 }, content: [text(say(part.heading))] };
  if ('quote' in part) return { type: 'blockquote', content: [paragraph(say(part.quote))] };
  if ('bullets' in part) return list('bulletList', part.bullets.map(say));
  if ('numbered' in part) return list('orderedList', part.numbered.map(say));
  return paragraph(say(part.paragraph));
}

function list(type: 'bulletList' | 'orderedList', items: readonly string[]): RichNode {
  return { type, content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
}

function paragraph(words: string): RichNode {
  return { type: 'paragraph', ...(words && { content: [text(words)] }) };
}

function text(words: string): RichNode {
  return { type: 'text', text: words };
}
