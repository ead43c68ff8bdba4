import type { SharedCopy } from '#shared/domain/people.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';

/** Makes a copy of a project without personal data; the copy must not exist yet. */
export function shareProject(context: CliContext, file: string, copy: string, options: { keepRestricted?: boolean }): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, hand, open }) => {
    await open(file, { onlyReads: true });
    const { file: _token, ...made } = await context.follow<SharedCopy>(
      await client.privacy.share({ file: await hand(copy), keepRestricted: options.keepRestricted === true }),
    );
    const count = (value: number) => context.formats.count(value);
    const { path, people, historyEntries, authored, raters, textPlaces } = made;
    return {
      value: made,
      text: [
        context.t('cli.share.done', {
          path,
          people: count(people),
          history: count(historyEntries),
          authored: count(authored),
          raters: count(raters),
          texts: count(textPlaces),
        }),
        options.keepRestricted ? context.t('cli.share.restrictedKept') : context.t('cli.share.restrictedOut', { texts: count(made.restrictedTexts) }),
      ].join(' '),
    };
  });
}
