import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function BallotsPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.ballots')} purpose={t('help.ballots.title')}>
      {() => null}
    </WorkshopPage>
  );
}
