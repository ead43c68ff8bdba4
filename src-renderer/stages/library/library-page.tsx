import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function LibraryPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.library')} purpose="">
      {null}
    </StagePage>
  );
}
