import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function TreesPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.trees')} purpose="">
      {null}
    </StagePage>
  );
}
