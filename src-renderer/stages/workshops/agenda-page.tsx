import { useTexts } from '../../app/texts/texts-provider.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export function AgendaPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.agenda')} purpose={t('help.agenda.title')}>
      {() => null}
    </WorkshopPage>
  );
}
