import type { Person } from '#shared/domain/people.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Where a person stands, in words. */
export function usePeopleWords() {
  const { t } = useTexts();
  const withRole = (place: string, role: string) => (role ? t('people.placeWithRole', { place, role }) : place);
  return {
    nameOf: ({ name }: Pick<Person, 'name'>) => name || t('people.nameless'),
    placesOf: ({ team, contactOf, presentAt, reportedAt }: Pick<Person, 'team' | 'contactOf' | 'presentAt' | 'reportedAt'>) => [
      ...team.map(({ role }) => withRole(t('people.team'), role)),
      ...contactOf.map(({ stakeholder, role }) => withRole(stakeholder || t('register.nameless'), role)),
      ...presentAt.map(({ workshop, role }) => withRole(t('people.presentAt', { workshop }), role)),
      ...reportedAt.map(({ workshop, role }) => withRole(t('people.reportedAt', { workshop }), role)),
    ],
  };
}
