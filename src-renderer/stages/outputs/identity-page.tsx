import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function IdentityPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.identity')} purpose="">
      {null}
    </StagePage>
  );
}
