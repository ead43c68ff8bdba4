import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ChecksPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.policyChecks')} purpose="">
      {null}
    </StagePage>
  );
}
