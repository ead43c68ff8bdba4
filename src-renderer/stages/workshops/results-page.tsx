import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function ResultsPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.results')} purpose={t('help.results.title')}>
      {() => null}
    </WorkshopPage>
  );
}
