import { openProjectOf, procedures } from '../../procedures.ts';
import { resultOf } from './result.ts';

const results = procedures.results;

export const resultProcedures = results.router({
  of: results.of.handler(({ context, input }) => resultOf(openProjectOf(context), input.ballotId)),
});
