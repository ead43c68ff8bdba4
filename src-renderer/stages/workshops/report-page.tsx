import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ReportPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.eventReport')} purpose="">
      {null}
    </StagePage>
  );
}
