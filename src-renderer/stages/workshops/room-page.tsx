import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function RoomPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.room')} purpose={t('help.room.title')}>
      {() => null}
    </WorkshopPage>
  );
}
