import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function MeasuresPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.measureStatus')} purpose="">
      {null}
    </StagePage>
  );
}
