import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function DecisionPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.decision')} purpose="">
      {null}
    </StagePage>
  );
}
