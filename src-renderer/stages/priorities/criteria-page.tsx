import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function CriteriaPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.criteria')} purpose="">
      {null}
    </StagePage>
  );
}
