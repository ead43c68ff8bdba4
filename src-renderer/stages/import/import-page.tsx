import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ImportKind } from '#shared/domain/imports.ts';
import { errorText, refusalOf } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportReview } from './import-review.tsx';
import { ImportSummary } from './import-summary.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { useImport } from './use-import.ts';

/** One page for every kind of import: choose a file, see what was understood, change how it is read, take it in. */
export function ImportPage() {
  const { kind } = useParams({ from: '/import/$kind' });
  // Another kind is another import: nothing of the one before stays.
  return <Import key={kind} kind={kind} />;
}

function Import({ kind }: { kind: ImportKind }) {
  const { t } = useTexts();
  const work = useImport(kind);
  const { phase, preview, result, error } = work;
  return (
    <StagePage wide title={t(`import.title.${kind}`)} purpose={t(`import.purpose.${kind}`)}>
      {error ? <ImportProblem error={error} onChoose={work.choose} /> : null}
      {phase === 'choose' ? <FileChoice kind={kind} work={work} /> : null}
      {phase === 'reading' && !preview ? <ReadingPanel work={work} title={t('import.reading.title', { name: work.file?.fileName ?? '' })} /> : null}
      {phase === 'importing' ? <ReadingPanel work={work} title={t('import.importing.title', { name: work.file?.fileName ?? '' })} /> : null}
      {preview && (phase === 'preview' || phase === 'reading') ? <ImportReview work={work} preview={preview} /> : null}
      {phase === 'done' && result ? <ImportSummary result={result} fileName={preview?.fileName ?? ''} onAnother={work.restart} /> : null}
    </StagePage>
  );
}

/** What stopped the import, in words, with the way out. */
function ImportProblem({ error, onChoose }: { error: unknown; onChoose: () => void }) {
  const { t } = useTexts();
  if (refusalOf(error)?.code === 'import/no-areas') {
    return (
      <Notice
        kind="caution"
        action={
          <Button component={Link} to="/import/areas">
            {t('import.title.areas')}
          </Button>
        }
      >
        {errorText(t, error)}
      </Notice>
    );
  }
  return (
    <Notice
      kind="danger"
      title={t('import.problem.title')}
      action={
        <Button variant="default" onClick={onChoose}>
          {t('import.chooseAnother')}
        </Button>
      }
    >
      {errorText(t, error)}
    </Notice>
  );
}
