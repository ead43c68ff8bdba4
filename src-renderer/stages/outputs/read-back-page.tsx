import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ReadBackPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.readBack')} purpose="">
      {null}
    </StagePage>
  );
}
