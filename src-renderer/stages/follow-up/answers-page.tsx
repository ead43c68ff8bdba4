import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';

export function AnswersPage() {
  const { t } = useTexts();
  return (
    <StagePage title={t('section.answers')} purpose="">
      {null}
    </StagePage>
  );
}
