import type { RecoveryReport } from '#shared/domain/copies.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

/** Saves what can be read of a damaged file into a new one. Something lost is an answer, not a refusal. */
export function recoverProject(context: CliContext, damaged: string, into: string): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, hand }) => {
    const passphrase = context.world.environment.CITY_SAFETY_PASSPHRASE;
    const input = { damaged: await hand(damaged), into: await hand(into), ...(passphrase && { passphrase }) };
    const { file: _file, ...report }: RecoveryReport = await context.follow(await client.copies.recover(input));
    const { t, formats } = context;
    const table = textTable(
      [
        { title: t('cli.recover.table') },
        { title: t('recovered.read'), isFigure: true },
        { title: t('recovered.rebuilt'), isFigure: true },
        { title: t('recovered.lost'), isFigure: true },
      ],
      report.tables
        .filter(({ read, rebuilt, lost }) => read + rebuilt > 0 || lost !== 0)
        .map(({ table: name, read, rebuilt, lost, dropped }) => [
          name,
          formats.count(read),
          formats.count(rebuilt),
          lost === null ? t('recovered.unknown') : formats.count(lost + dropped),
        ]),
    );
    return { value: report, text: `${t(report.isComplete ? 'recovered.whole' : 'recovered.part', { name: report.path })}\n\n${table}` };
  });
}
