import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function StrategiesPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.strategies')} purpose="">
      {null}
    </StagePage>
  );
}
