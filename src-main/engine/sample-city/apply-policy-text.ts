import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import { draftAddSchema, versionInputSchema } from '#shared/domain/policy-text.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { onBehalfOf } from '../project/history/request-author.ts';
import { anchorOf } from '../project/texts/anchors.ts';
import { updateToNodes } from '../project/texts/rich-text.ts';

const replacementSchema = z.strictObject({ section: z.string(), replace: z.string(), by: z.string() });

/** `policy-text.json`: paragraphs by the template's parts; `live:<block>`, `## heading` and `- item` stand for what they say. */
const fileSchema = draftAddSchema.extend({
  sections: z.record(z.string(), z.array(z.string())),
  version: versionInputSchema.omit({ draftId: true }),
  afterVersion: replacementSchema,
  comment: z.strictObject({ section: z.string(), quote: z.string(), text: z.string(), person: z.string(), answer: z.string(), answeredBy: z.string() }),
  suggestion: replacementSchema.extend({ reason: z.string(), person: z.string() }),
});

/** Writes the policy's text: a draft with a comment, a suggestion and the version that was consulted, after which somebody went on writing. */
export async function applyPolicyText(client: EngineClient, folder: string): Promise<void> {
  const {
    sections: texts,
    version,
    afterVersion,
    comment,
    suggestion,
    ...begin
  } = fileSchema.parse(JSON.parse(readFileSync(join(folder, 'policy-text.json'), 'utf8')));
  const { id: draftId, sections } = await client.policyText.addDraft(begin);
  const sectionId = (code: string) => sections.find((section) => section.code === code)?.id ?? '';
  for (const [code, lines] of Object.entries(texts)) await write(client, sectionId(code), nodesOf(lines));
  await client.policyText.makeVersion({ draftId, ...version });

  const after = await client.policyText.nodes({ sectionId: sectionId(afterVersion.section) });
  await write(client, sectionId(afterVersion.section), replaced(after, afterVersion));
  await addComment(client, sectionId(comment.section), comment);

  const base = await client.policyText.nodes({ sectionId: sectionId(suggestion.section) });
  const suggested = { sectionId: sectionId(suggestion.section), base, content: [...replaced(base, suggestion)], reason: suggestion.reason };
  await onBehalfOf(suggestion.person, () => client.policyText.addSuggestion(suggested));
}

async function addComment(client: EngineClient, sectionId: string, comment: z.output<typeof fileSchema>['comment']): Promise<void> {
  const { update } = await client.policyText.text({ sectionId, vector: null });
  const anchor = anchorOf(Buffer.from(update, 'base64'), comment.quote) ?? '';
  const said = { sectionId, anchor, quote: comment.quote, text: comment.text, replyTo: null };
  const { id } = await onBehalfOf(comment.person, () => client.policyText.addComment(said));
  await onBehalfOf(comment.answeredBy, () => client.policyText.addComment({ sectionId, text: comment.answer, replyTo: id }));
}

async function write(client: EngineClient, sectionId: string, nodes: readonly RichNode[]): Promise<void> {
  const { update, hand } = await client.policyText.text({ sectionId, vector: null });
  const written = updateToNodes([Buffer.from(update, 'base64')], nodes, hand);
  if (written) await client.policyText.write({ sectionId, update: Buffer.from(written).toString('base64') });
}

function nodesOf(lines: readonly string[]): RichNode[] {
  const nodes: RichNode[] = [];
  for (const line of lines) {
    if (line.startsWith('live:')) nodes.push({ type: 'liveBlock', attrs: { block: line.slice('live:'.length), of: '' } });
    else if (line.startsWith('## ')) nodes.push({ type: 'heading', attrs: { level: 2 }, content: [words(line.slice(3))] });
    else if (line.startsWith('- ')) addItem(nodes, line.slice(2));
    else nodes.push({ type: 'paragraph', content: [words(line)] });
  }
  // After a live part there is always a line to write on.
  return nodes.at(-1)?.type === 'liveBlock' ? [...nodes, { type: 'paragraph' }] : nodes;
}

function addItem(nodes: RichNode[], line: string): void {
  const item: RichNode = { type: 'listItem', content: [{ type: 'paragraph', content: [words(line)] }] };
  const last = nodes.at(-1);
  if (last?.type === 'bulletList') nodes[nodes.length - 1] = { ...last, content: [...(last.content ?? []), item] };
  else nodes.push({ type: 'bulletList', content: [item] });
}

function words(text: string): RichNode {
  return { type: 'text', text };
}

function replaced(nodes: readonly RichNode[], { replace, by }: { replace: string; by: string }): RichNode[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.text !== undefined && { text: node.text.replace(replace, by) }),
    ...(node.content && { content: replaced(node.content, { replace, by }) }),
  }));
}
