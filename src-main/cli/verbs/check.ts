import type { PolicyCheck } from '#shared/domain/policy-checks.ts';
import { checkTitle } from '#shared/i18n/check-words.ts';
import type { OpenProject } from '../../engine/project/open-project.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';

/** Looks through the whole file, the imported data and the policy. What is missing is an answer, not a refusal; a damaged file is refused. */
export function checkProject(context: CliContext, file: string): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, engine, open }) => {
    await open(file, { onlyReads: true });
    const project = engine.services.session.require();
    checkFile(project);
    const policy = await client.policy.checks();
    const datasets = await client.imports.datasets();
    const data = datasets.flatMap(({ id, fileName, problemCounts }) => problemCounts.map((problem) => ({ dataset: id, fileName, ...problem })));
    const stages = await client.project.stages();
    const todos = stages.flatMap(({ stage, todos: missing }) => missing.map(({ code, params }) => ({ stage, code, params })));
    const { t, formats, word } = context;
    const section = (title: string, lines: readonly string[]) => [
      '',
      title,
      ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : [`  ${t('cli.check.none')}`]),
    ];
    const text = [
      project.path,
      t('cli.check.file'),
      ...section(
        t('cli.check.policy'),
        policy.map((check) => policyLine(context, check)),
      ),
      ...section(
        t('cli.check.data'),
        data.map(
          ({ fileName, code, count }) => `${fileName}: ${formats.count(count)} × ${word(`problem.${code}`, { row: '…', column: '…', value: '…', first: '…' })}`,
        ),
      ),
      ...section(
        t('cli.check.todo'),
        todos.map(({ code, params }) => word(`todo.${code}`, params)),
      ),
    ].join('\n');
    return { value: { path: project.path, isWhole: true, policy, data, todos }, text };
  });
}

function policyLine({ t, word }: CliContext, check: PolicyCheck): string {
  const about = checkTitle(t, check);
  return `${check.level === 'must' ? '!' : '·'} ${word(`check.${check.code}`)}${about ? `: ${about}` : ''}`;
}

function checkFile(project: OpenProject): void {
  const isWhole = project.reader.prepare('PRAGMA quick_check').pluck().get() === 'ok';
  const brokenLinks = project.reader.prepare('PRAGMA foreign_key_check').all();
  if (!isWhole || brokenLinks.length > 0) refuse('project/damaged', { path: project.path });
}
