import type { Person } from '#shared/domain/people.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Where a person stands, in words. */
export function usePeopleWords() {
  const { t } = useTexts();
  const withRole = (place: string, role: string) => (role ? t('people.placeWithRole', { place, role }) : place);
  return {
    nameOf: ({ name }: Pick<Person, 'name'>) => name || t('people.nameless'),
    placesOf: ({ team, contactOf }: Pick<Person, 'team' | 'contactOf'>) => [
      ...team.map(({ role }) => withRole(t('people.team'), role)),
      ...contactOf.map(({ stakeholder, role }) => withRole(stakeholder || t('register.nameless'), role)),
    ],
  };
}
