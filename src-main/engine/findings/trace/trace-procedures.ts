import { openProjectOf, procedures } from '../../procedures.ts';
import { traceOf } from './trace.ts';

const trace = procedures.trace;

export const traceProcedures = trace.router({
  of: trace.of.handler(({ context, input }) => traceOf(openProjectOf(context), input.kind, input.id)),
});
