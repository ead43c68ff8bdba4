import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function PeoplePage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.people')} purpose={t('help.people.title')}>
      {() => null}
    </WorkshopPage>
  );
}
