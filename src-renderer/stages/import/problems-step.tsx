import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import type { StepProps } from './step-props.ts';

/** What cannot be used as it stands, and what becomes of it. */
export function ProblemsStep({ preview, onStep }: StepProps) {
  const { t, formats } = useTexts();
  const leftOut = preview.rowCount - preview.usableRowCount;
  const isJudged = preview.missingFields.length === 0;
  return (
    <>
      {isJudged && preview.usableRowCount === 0 ? (
        <Notice kind="caution" title={t('import.nothing.title')}>
          {t('import.nothing.body')}
        </Notice>
      ) : null}
      {isJudged ? (
        <StatRow>
          <Stat value={formats.count(preview.rowCount)} label={t('workbench.problems.rows')} />
          <Stat value={formats.count(preview.usableRowCount)} label={t('workbench.problems.kept')} />
          <Stat value={formats.count(leftOut)} label={t('workbench.problems.leftOut')} />
        </StatRow>
      ) : (
        <Panel>{t('workbench.problems.notYet')}</Panel>
      )}
      {isJudged && preview.problemCounts.length === 0 ? <Panel>{t('workbench.problems.none')}</Panel> : null}
      <ProblemsPanel
        fileName={preview.fileName}
        problems={preview.problems}
        counts={preview.problemCounts}
        dateOrder={preview.recipe.dateOrder}
        onStep={onStep}
      />
    </>
  );
}
