import { Button, CopyButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ImportResult } from '#shared/domain/imports.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';
import { ProblemsPanel } from './problems/problems-panel.tsx';

/** Where the method goes on after each kind of import. */
const nextSteps: Readonly<Record<ImportKind, { to: string; text: TextKey }>> = {
  areas: { to: '/import/population', text: 'import.title.population' },
  population: { to: '/city/areas', text: 'import.next.population' },
  incidents: { to: '/profile/explore', text: 'import.next.incidents' },
  figures: { to: '/profile/explore', text: 'import.next.figures' },
  survey: { to: '/profile/explore', text: 'import.next.survey' },
  stakeholders: { to: '/stakeholders', text: 'import.next.stakeholders' },
  ties: { to: '/stakeholders/network', text: 'import.next.ties' },
  indicators: { to: '/profile/indicators', text: 'import.next.indicators' },
};

/** What is in the project now, what stayed out, and the next step. */
export function ImportSummary({ result, fileName, onAnother }: { result: ImportResult; fileName: string; onAnother: () => void }) {
  const { t, formats } = useTexts();
  const next = nextSteps[result.kind];
  const leftOut = result.rows - result.imported;
  return (
    <>
      <Panel>
        <div className={classes.done} role="status">
          <IconCircleCheck size="2.25rem" stroke={1.4} aria-hidden className={classes.doneIcon} />
          <h2>{t(`import.done.${result.kind}`, { count: result.imported, number: formats.count(result.imported) })}</h2>
          <p className={classes.faint}>
            <bdi>{fileName}</bdi>
            {leftOut > 0 ? ` · ${t('import.leavesOut', { count: leftOut, number: formats.count(leftOut) })}` : ''}
            {result.unmatchedAreas.length > 0 ? ` · ${t('import.done.unmatched', { count: result.unmatchedAreas.length })}` : ''}
          </p>
          <div className={classes.doneActions}>
            <Button component={Link} to={next.to}>
              {t(next.text)}
            </Button>
            <Button variant="default" component={Link} to={`/profile/data/${result.dataset}`}>
              {t('import.next.dataset')}
            </Button>
            <Button variant="default" component={Link} to="/profile/data">
              {t('import.next.data')}
            </Button>
            <Button variant="default" onClick={onAnother}>
              {t('import.next.another')}
            </Button>
            <CopyButton value={JSON.stringify(result.recipe, null, 2)}>
              {({ copied, copy }) => (
                <Button variant="subtle" onClick={copy}>
                  {t(copied ? 'data.recipeCopied' : 'data.copyRecipe')}
                </Button>
              )}
            </CopyButton>
          </div>
        </div>
      </Panel>
      <ProblemsPanel fileName={fileName} problems={result.problems} counts={result.problemCounts} dateOrder={result.recipe.dateOrder} />
    </>
  );
}
