import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function TextPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.policyText')} purpose="">
      {null}
    </StagePage>
  );
}
