import type { hidingReasons } from '#shared/domain/releases.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { protectQuery, releasedQuery } from './protect-query.ts';
import { addRelease, listReleases, setWithdrawn } from './release-store.ts';
import { listThresholds, setThreshold } from './thresholds.ts';

const releases = procedures.releases;

export const releaseProcedures = releases.router({
  list: releases.list.handler(({ context }) => listReleases(openProjectOf(context))),
  setWithdrawn: releases.setWithdrawn.handler(({ context, input }) => setWithdrawn(openProjectOf(context), input.id, input.isWithdrawn)),
  thresholds: releases.thresholds.handler(({ context }) => listThresholds(openProjectOf(context))),
  setThreshold: releases.setThreshold.handler(({ context, input }) => setThreshold(openProjectOf(context), input.offenceIds, input.smallestCount)),
  protect: releases.protect.handler(({ context, input }) => protectQuery(openProjectOf(context), input)),
  record: releases.record.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const parts = input.queries.map((query) => releasedQuery(project, query));
    const count = (reason: (typeof hidingReasons)[number]) => parts.reduce((sum, { hidden }) => sum + hidden[reason], 0);
    const content = {
      tables: parts.map(({ table }) => table),
      hidden: { small: count('small'), protects: count('protects'), released: count('released') },
    };
    project.change({ kind: 'note', name: 'outputs.copy', params: { kind: input.kind, name: input.name }, subjects: ['outputs'] }, (write) =>
      addRelease(write, { at: project.nowText(), kind: input.kind, name: input.name, content }),
    );
  }),
});
