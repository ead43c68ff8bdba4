import { procedures, streamed } from '../../procedures.ts';
import { refuse } from '../../refuse.ts';
import type { EngineContext } from '../../services.ts';
import { cleanCopies, uncleanCopies } from './clean-copies.ts';
import { cleanFile, type ErasableProject, erasePerson, tracesOf } from './erase-person.ts';
import { previewShare, shareCopy } from './share-copy.ts';

const privacy = procedures.privacy;

const openOf = (context: EngineContext): ErasableProject => context.services.copies.current ?? refuse('project/none-open');

export const privacyProcedures = privacy.router({
  traces: privacy.traces.handler(({ context, input }) => tracesOf(openOf(context), input.personId)),

  erase: privacy.erase.handler(({ context, input: { personId, ...choices } }) => erasePerson(openOf(context), personId, choices)),

  cleanFile: privacy.cleanFile.handler(({ context }) => cleanFile(openOf(context))),

  uncleanCopies: privacy.uncleanCopies.handler(({ context }) => uncleanCopies(context.services)),

  cleanCopies: privacy.cleanCopies.handler(({ context, input }) => streamed(cleanCopies(context.services, input))),

  sharePreview: privacy.sharePreview.handler(({ context }) => previewShare(context.services)),

  share: privacy.share.handler(({ context, input: { file, ...choices }, signal }) =>
    streamed(shareCopy(context.services, context.services.files.get(file).path, choices, signal)),
  ),
});
