import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ComparePage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.compare')} purpose="">
      {null}
    </StagePage>
  );
}
