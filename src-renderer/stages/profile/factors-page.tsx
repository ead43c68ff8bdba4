import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function FactorsPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.factors')} purpose="">
      {null}
    </StagePage>
  );
}
