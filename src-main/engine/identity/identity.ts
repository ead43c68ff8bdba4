import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import {
  type Annex,
  annexSchema,
  type IdentityFacts,
  identityFactsSchema,
  type Logo,
  type LogoPicture,
  logoSchema,
  noIdentity,
  type Signatory,
  signatorySchema,
} from '#shared/domain/identity.ts';
import { outputKinds } from '#shared/domain/outputs.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { ReadLogo } from './picture-read.ts';

/** The city's facts for its documents; what was never said is empty. */
export function readFacts(project: OpenProject): IdentityFacts {
  const stored = Object.fromEntries(project.all(sql.selectFrom('identity_fact').selectAll()).map(({ name, value }) => [name, value]));
  const kept = Object.entries(noIdentity).map(([name, empty]) => {
    const value = stored[name] ?? empty;
    return [name, identityFactsSchema.shape[name as keyof IdentityFacts].safeParse(value).success ? value : empty];
  });
  return Object.fromEntries(kept) as IdentityFacts;
}

export function writeFacts(write: ChangeWriter, patch: Partial<IdentityFacts>): void {
  for (const [name, value] of Object.entries(given(patch))) {
    if (value === '') write.run(sql.deleteFrom('identity_fact').where('name', '=', name));
    else
      write.run(
        sql
          .insertInto('identity_fact')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
      );
  }
}

export function listLogos(project: OpenProject): Logo[] {
  return project
    .all(sql.selectFrom('logo').select(['id', 'name', 'type', 'width', 'height']).orderBy('position').orderBy('id'))
    .map((row) => logoSchema.parse(row));
}

export function logoPictures(project: OpenProject): LogoPicture[] {
  return project
    .all(sql.selectFrom('logo').selectAll().orderBy('position').orderBy('id'))
    .map((row) => ({ ...logoSchema.parse(row), bytes: new Uint8Array(row.bytes) }));
}

export function findLogo(project: OpenProject, id: string): Logo {
  return listLogos(project).find((logo) => logo.id === id) ?? refuse('object/not-found');
}

export function addLogo(write: ChangeWriter, project: OpenProject, logo: ReadLogo & { readonly name: string }): string {
  const id = uuidv7();
  write.run(sql.insertInto('logo').values({ id, position: nextPlace(project, 'logo'), added_at: project.nowText(), ...logo }));
  return id;
}

export function listSignatories(project: OpenProject): Signatory[] {
  return project
    .all(sql.selectFrom('signatory').selectAll().orderBy('position').orderBy('id'))
    .map((row) => signatorySchema.parse({ ...row, use: useOf(row.use) }));
}

export function findSignatory(project: OpenProject, id: string): Signatory {
  return listSignatories(project).find((one) => one.id === id) ?? refuse('object/not-found');
}

export function addSignatory(write: ChangeWriter, project: OpenProject, input: Partial<Omit<Signatory, 'id'>>): string {
  const id = uuidv7();
  const { use = [], ...words } = given(input);
  write.run(sql.insertInto('signatory').values({ id, position: nextPlace(project, 'signatory'), ...words, use: JSON.stringify(use) }));
  return id;
}

export function listAnnexes(project: OpenProject): Annex[] {
  return project.all(sql.selectFrom('annex').selectAll().orderBy('position').orderBy('id')).map((row) => annexSchema.parse({ ...row, use: useOf(row.use) }));
}

export function findAnnex(project: OpenProject, id: string): Annex {
  return listAnnexes(project).find((one) => one.id === id) ?? refuse('object/not-found');
}

export function addAnnex(write: ChangeWriter, project: OpenProject, input: Partial<Omit<Annex, 'id'>> & { title: string }): string {
  const id = uuidv7();
  const { use = [], ...words } = { ...given(input), title: input.title };
  write.run(sql.insertInto('annex').values({ id, position: nextPlace(project, 'annex'), ...words, use: JSON.stringify(use) }));
  return id;
}

export type Ordered = 'logo' | 'signatory' | 'annex';

export function orderThings(write: ChangeWriter, project: OpenProject, what: Ordered, ids: readonly string[]): void {
  const known = project.all(sql.selectFrom(what).select('id').orderBy('position').orderBy('id')).map((row) => row.id);
  const wanted = [...ids.filter((id) => known.includes(id)), ...known.filter((id) => !ids.includes(id))];
  for (const [place, id] of wanted.entries())
    write.run(
      sql
        .updateTable(what)
        .set({ position: place + 1 })
        .where('id', '=', id),
    );
}

function nextPlace(project: OpenProject, what: Ordered): number {
  return Math.floor(project.first(sql.selectFrom(what).select(({ fn }) => fn.max('position').as('last')))?.last ?? 0) + 1;
}

/** Kinds of outputs that no version knows any more are none. */
function useOf(stored: string): string[] {
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? list.filter((kind) => outputKinds.includes(kind)) : [];
}
