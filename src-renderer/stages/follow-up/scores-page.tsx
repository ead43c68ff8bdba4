import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function ScoresPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.citizenScores')} purpose="">
      {null}
    </StagePage>
  );
}
