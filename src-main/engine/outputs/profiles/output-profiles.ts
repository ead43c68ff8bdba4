import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type OutputProfile, outputProfileSchema, outputSettingsSchema, usualSettings } from '#shared/domain/output-profiles.ts';
import { type OutputKind, outputKindSchema } from '#shared/domain/outputs.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';

/** Saved choices in the order in which they were made; one of an output that this version does not know is left out. */
export function listProfiles(project: OpenProject): OutputProfile[] {
  return project
    .all(sql.selectFrom('output_profile').selectAll().orderBy('position').orderBy('id'))
    .filter((row) => outputKindSchema.safeParse(row.kind).success)
    .map((row) => {
      const settings = outputSettingsSchema.safeParse({ ...usualSettings, ...(JSON.parse(row.settings) as object) });
      return outputProfileSchema.parse({ ...row, settings: settings.success ? settings.data : usualSettings });
    });
}

/** Refused as `object/not-found`; of another output than the one asked for it is none. */
export function findProfile(project: OpenProject, id: string, kind?: OutputKind): OutputProfile {
  return listProfiles(project).find((profile) => profile.id === id && (kind === undefined || profile.kind === kind)) ?? refuse('object/not-found');
}

export function addProfile(write: ChangeWriter, project: OpenProject, input: Omit<OutputProfile, 'id'>): string {
  const id = uuidv7();
  const last = project.first(sql.selectFrom('output_profile').select(({ fn }) => fn.max('position').as('last')))?.last ?? 0;
  write.run(sql.insertInto('output_profile').values({ id, kind: input.kind, name: input.name, settings: JSON.stringify(input.settings), position: last + 1 }));
  return id;
}

export function updateProfile(write: ChangeWriter, id: string, patch: Partial<Pick<OutputProfile, 'name' | 'settings'>>): void {
  const { name, settings } = given(patch);
  const columns = { ...(name === undefined ? {} : { name }), ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }) };
  if (Object.keys(columns).length > 0) write.run(sql.updateTable('output_profile').set(columns).where('id', '=', id));
}
