import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { errorText, refusalOf } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportSummary } from './import-summary.tsx';
import { KindChoice } from './kind-choice.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { understood } from './understood.ts';
import { useImport } from './use-import.ts';
import { Workbench } from './workbench.tsx';

/** One way in for every file: choose it, see what was understood, change how it is read, take it in. `/import` leaves open what it is. */
export function ImportPage() {
  const { kind } = useParams({ strict: false }) as { kind?: ImportKind };
  // Another kind is another import: nothing of the one before stays.
  return <Import key={kind ?? ''} presetKind={kind ?? null} />;
}

function Import({ presetKind }: { presetKind: ImportKind | null }) {
  const { t, formats } = useTexts();
  const work = useImport(presetKind);
  const { phase, preview, result, error, kind } = work;
  const name = work.file?.fileName ?? '';
  const isOpen = preview !== null && (phase === 'preview' || phase === 'reading');
  return (
    <StagePage
      wide
      title={kind ? t(`import.title.${kind}`) : t('workbench.title')}
      purpose={isOpen ? `\u2068${preview.fileName}\u2069 · ${understood({ t, formats }, preview, work.patch)}` : purposeOf()}
      actions={
        isOpen || (phase === 'kind' && !error) ? (
          <Button variant="default" onClick={work.choose}>
            {t('import.chooseAnother')}
          </Button>
        ) : null
      }
    >
      {error ? <ImportProblem error={error} onChoose={work.choose} /> : null}
      {phase === 'choose' ? <FileChoice kind={kind} work={work} /> : null}
      {phase === 'recognising' || (phase === 'reading' && !preview) ? <ReadingPanel work={work} title={t('import.reading.title', { name })} /> : null}
      {phase === 'kind' ? <KindChoice work={work} /> : null}
      {isOpen ? <Workbench key={work.file?.file} work={work} preview={preview} /> : null}
      {phase === 'importing' ? <ReadingPanel work={work} title={t('import.importing.title', { name })} /> : null}
      {phase === 'done' && result ? <ImportSummary result={result} fileName={preview?.fileName ?? ''} onAnother={work.restart} /> : null}
    </StagePage>
  );

  function purposeOf(): string {
    return kind ? t(`import.purpose.${kind}`) : t('workbench.purpose');
  }
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
