import { openProjectOf, procedures } from '../procedures.ts';
import { queryFigures } from './figure-query.ts';
import { listFigureTables } from './figure-tables.ts';

const figures = procedures.figures;

export const figureProcedures = figures.router({
  tables: figures.tables.handler(({ context }) => listFigureTables(openProjectOf(context))),
  query: figures.query.handler(({ context, input }) => queryFigures(openProjectOf(context), input)),
});
