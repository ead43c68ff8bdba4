import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function CommitmentsPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.commitments')} purpose="">
      {null}
    </StagePage>
  );
}
