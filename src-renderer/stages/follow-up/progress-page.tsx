import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ProgressPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.progress')} purpose="">
      {null}
    </StagePage>
  );
}
