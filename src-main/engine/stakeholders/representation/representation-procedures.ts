import { shareValues } from '#shared/domain/representation.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { writeShare } from './city-shares.ts';
import { compareWithCity } from './compare-with-city.ts';

const representation = procedures.representation;

export const representationProcedures = representation.router({
  of: representation.of.handler(({ context, input }) => {
    const project = openProjectOf(context);
    if (input.workshopId !== null) project.found(sql.selectFrom('workshop').select('id').where('id', '=', input.workshopId));
    return compareWithCity(project, input.workshopId);
  }),

  setShare: representation.setShare.handler(({ context, input }) => {
    const values: readonly string[] = shareValues[input.attribute];
    if (!values.includes(input.value)) refuse('object/not-found');
    const project = openProjectOf(context);
    project.change({ name: 'representation.setShare', subjects: ['stakeholders'] }, (write) => writeShare(write, project, input));
  }),
});
