import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function LogframePage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.logframe')} purpose="">
      {null}
    </StagePage>
  );
}
