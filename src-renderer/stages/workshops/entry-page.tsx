import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function EntryPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.entry')} purpose={t('help.entry.title')}>
      {() => null}
    </WorkshopPage>
  );
}
