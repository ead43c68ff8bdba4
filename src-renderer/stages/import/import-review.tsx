import { Button, Checkbox, Progress } from '@mantine/core';
import { useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { AreaQuestionsPanel } from './area-questions-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import classes from './import.module.css';
import { OffencesPanel } from './offences-panel.tsx';
import { OriginPanel } from './origin-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { ReadPanel } from './read-panel.tsx';
import { useProgressWords } from './reading-panel.tsx';
import { understood } from './understood.ts';
import type { ImportWork } from './use-import.ts';
import { withAnswers } from './with-answers.ts';

/** What was understood of the file, everything that can be changed about it, and the one button that takes it in. */
export function ImportReview({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const { words, percent } = useProgressWords(work);
  const [again, setAgain] = useState(false);
  const [origin, setOrigin] = useState({ source: '', licence: '' });
  const answered = withAnswers(preview, work.patch);
  const isReading = work.phase === 'reading';
  const { kind } = preview.recipe;
  const needsAgain = preview.importedBefore !== null && !again;
  const canImport = !isReading && preview.usableRowCount > 0 && preview.missingFields.length === 0 && !needsAgain;

  return (
    <>
      <section className={classes.understood} aria-label={t('import.understood')}>
        <div className={classes.understoodHead}>
          <div>
            <p className={classes.fileName}>
              <bdi>{preview.fileName}</bdi>
              <span role="status">{isReading ? ` · ${t('import.readingAgain')} ${words}` : ''}</span>
            </p>
            <h2 className={classes.sentence}>{understood({ t, formats }, preview, work.patch)}</h2>
          </div>
          <Button variant="default" onClick={work.choose}>
            {t('import.chooseAnother')}
          </Button>
        </div>
        <div className={classes.again} data-on={isReading || undefined}>
          <Progress value={percent ?? 100} animated={percent === null} aria-label={t('import.readingAgain')} size="xs" />
        </div>
      </section>

      {preview.missingFields.length > 0 ? (
        <Notice kind="caution" title={t('import.missing.title')}>
          {t('import.missing.body', { fields: preview.missingFields.map((field) => t(`field.${field}` as TextKey)).join(', ') })}
        </Notice>
      ) : preview.usableRowCount === 0 ? (
        <Notice kind="caution" title={t('import.nothing.title')}>
          {t('import.nothing.body')}
        </Notice>
      ) : null}
      {preview.importedBefore ? (
        <Notice
          kind="caution"
          title={t('import.before.title')}
          action={<Checkbox label={t('import.before.again')} checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />}
        >
          {t('import.before.body', { at: formats.instant(preview.importedBefore) })}
        </Notice>
      ) : null}
      {preview.dateOrderIs === 'ambiguous' ? (
        <Notice kind="caution" title={t('import.ambiguous.title')}>
          {t('import.ambiguous.body', { order: t(`import.dateOrder.${preview.recipe.dateOrder ?? 'ymd'}`) })}
        </Notice>
      ) : null}

      <AreaQuestionsPanel work={work} preview={preview} />
      <ColumnsPanel preview={answered} onChange={work.change} />
      <ReadPanel preview={answered} patch={work.patch} onChange={work.change} />
      <ProblemsPanel problems={preview.problems} counts={preview.problemCounts} dateOrder={preview.recipe.dateOrder} />
      <OffencesPanel work={work} preview={preview} />
      <Panel title={t('import.origin.title')} note={t('import.origin.note')}>
        <OriginPanel origin={origin} onChange={setOrigin} />
      </Panel>

      <div className={classes.bar}>
        <span className={classes.barWords}>
          {preview.missingFields.length > 0
            ? ''
            : preview.usableRowCount < preview.rowCount
              ? t('import.leavesOut', { count: preview.rowCount - preview.usableRowCount, number: formats.count(preview.rowCount - preview.usableRowCount) })
              : t('import.leavesNothing')}
        </span>
        <Button size="md" disabled={!canImport} onClick={() => work.run({ again, ...origin })}>
          {t(`import.go.${kind}`, { count: preview.usableRowCount, number: formats.count(preview.usableRowCount) })}
        </Button>
      </div>
    </>
  );
}
