import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function TimelinePage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.timelineOfMeasures')} purpose="">
      {null}
    </StagePage>
  );
}
