import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { InTurns } from '../in-turns.tsx';
import type { StepProps } from '../step-props.ts';
import { CategoriesPanel } from './categories-panel.tsx';
import { DatesPanel } from './dates-panel.tsx';
import { NumbersPanel } from './numbers-panel.tsx';
import { OffencesPanel } from './offences-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { RepeatsPanel } from './repeats-panel.tsx';

/** What the values are taken for: days, numbers, names of offences and groups, places; and what to do with what stands there twice. */
export function ValuesStep({ work, preview }: StepProps) {
  const { t } = useTexts();
  const hasDates = preview.dateOrderIs !== 'none';
  const hasNumbers = preview.recipe.decimalMark !== null;
  const hasPlaces = placesMatter(preview.recipe.kind);
  const hasRepeats = preview.repeatedRowCount > 0 || preview.knownIncidents.length > 0;
  const isEmpty = !hasDates && !hasNumbers && !hasPlaces && !hasRepeats && preview.categoryQuestions.length === 0 && preview.offences.length === 0;
  return (
    <InTurns>
      {hasDates ? <DatesPanel work={work} preview={preview} /> : null}
      {hasNumbers ? <NumbersPanel work={work} preview={preview} /> : null}
      <CategoriesPanel work={work} preview={preview} />
      {hasPlaces ? <PlacesPanel work={work} preview={preview} /> : null}
      {hasRepeats ? <RepeatsPanel work={work} preview={preview} /> : null}
      <OffencesPanel work={work} preview={preview} />
      {isEmpty ? <Panel>{t('workbench.values.nothing')}</Panel> : null}
    </InTurns>
  );
}

function placesMatter(kind: string): boolean {
  return kind !== 'areas' && kind !== 'stakeholders' && kind !== 'ties';
}
