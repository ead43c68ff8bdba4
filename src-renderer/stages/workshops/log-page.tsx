import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function LogPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.log')} purpose={t('help.log.title')}>
      {() => null}
    </WorkshopPage>
  );
}
