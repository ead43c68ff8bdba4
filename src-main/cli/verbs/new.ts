import { countryCodeSchema } from '#shared/domain/project.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';

/** Makes a project file for a city; the file must not exist yet. */
export function newProject(context: CliContext, file: string, options: { city: string; country?: string }): Promise<VerbAnswer> {
  const country = (options.country ?? '').toUpperCase();
  if (country !== '' && !countryCodeSchema.safeParse(country).success) {
    refuse('cli/bad-option', { option: '--country', value: country, allowed: 'ZA, MX, CO …' });
  }
  return withCliEngine(context, async ({ client, hand }) => {
    const state = await client.project.create({ file: await hand(file), city: { name: options.city, country } });
    return {
      value: { id: state.id, path: state.path, city: { name: state.city.name, country: state.city.country } },
      text: context.t('cli.new.done', { path: state.path, city: state.city.name }),
    };
  });
}
