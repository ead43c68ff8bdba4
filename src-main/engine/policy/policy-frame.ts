import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import {
  noPolicyFacts,
  type Pillar,
  type PillarInput,
  type PolicyFacts,
  type Principle,
  type PrincipleInput,
  pillarSchema,
  policyFactsSchema,
  principleSchema,
} from '#shared/domain/policy-frame.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { nextPosition } from './positions.ts';

export function listPrinciples(project: OpenProject): Principle[] {
  return project.all(sql.selectFrom('principle').select(['id', 'title', 'text']).orderBy('position').orderBy('id')).map((row) => principleSchema.parse(row));
}

export function findPrinciple(project: OpenProject, id: string): Principle {
  return listPrinciples(project).find((principle) => principle.id === id) ?? refuse('object/not-found');
}

export function addPrinciple(write: ChangeWriter, input: Partial<PrincipleInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('principle').values({ title: '', text: '', ...given(input), id, position: nextPosition(write, 'principle') }));
  return id;
}

export function listPillars(project: OpenProject): Pillar[] {
  return project.all(sql.selectFrom('pillar').select(['id', 'title', 'description']).orderBy('position').orderBy('id')).map((row) => pillarSchema.parse(row));
}

export function findPillar(project: OpenProject, id: string): Pillar {
  return listPillars(project).find((pillar) => pillar.id === id) ?? refuse('object/not-found');
}

export function addPillar(write: ChangeWriter, input: Partial<PillarInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('pillar').values({ title: '', description: '', ...given(input), id, position: nextPosition(write, 'pillar') }));
  return id;
}

/** What the city says of its policy. A fact that cannot be read is not said. */
export function readPolicyFacts(project: OpenProject): PolicyFacts {
  const said = new Map(project.all(sql.selectFrom('policy_fact').selectAll()).map(({ name, value }) => [name, value]));
  const facts: Record<string, unknown> = { ...noPolicyFacts };
  for (const name of Object.keys(noPolicyFacts) as (keyof PolicyFacts)[]) {
    const text = said.get(name);
    if (text === undefined) continue;
    const read = policyFactsSchema.shape[name].safeParse(factOf(name, text));
    if (read.success) facts[name] = read.data;
  }
  return policyFactsSchema.parse(facts);
}

/** One row a fact, so that two copies of a city can each say another one. What is empty has no row. */
export function writePolicyFacts(write: ChangeWriter, patch: Partial<PolicyFacts>): void {
  for (const [name, value] of Object.entries(given(patch))) {
    if (value === null || value === '') write.run(sql.deleteFrom('policy_fact').where('name', '=', name));
    else {
      const row = { name, value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value) };
      write.run(
        sql
          .insertInto('policy_fact')
          .values(row)
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value })),
      );
    }
  }
}

function factOf(name: keyof PolicyFacts, text: string): unknown {
  if (name === 'coversWholeCity') return text === 'yes' ? true : text === 'no' ? false : text;
  return name === 'adoptedYear' || name === 'reviewEveryMonths' ? Number(text) : text;
}
