import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergeReport } from '#shared/domain/merging.ts';
import { fieldWords } from '#shared/i18n/field-words.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { ObjectCard } from '../../app/history/object-card.tsx';
import { countWords, objectName, typeWords } from '../../app/history/value-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './group-copies.module.css';

/** How many things are listed at first, and with every «show more». */
const step = 20;

/** What would be different afterwards, in numbers and in words, and the questions that would be open. */
export function MergePreview({ report }: { report: MergeReport }) {
  const { t, formats } = useTexts();
  const { undoneMerge } = report;
  return (
    <>
      {undoneMerge ? (
        <Notice title={t('groupCopies.merge.undone.title')}>
          {t('groupCopies.merge.undone.body', { when: formats.instant(undoneMerge.at), names: undoneMerge.names })}
        </Notice>
      ) : null}
      {report.erasedPeople > 0 ? <Notice kind="caution">{t('groupCopies.merge.erased', { count: report.erasedPeople })}</Notice> : null}
      <Panel title={t('groupCopies.merge.preview')} note={t('groupCopies.merge.previewNote')}>
        {report.total === 0 ? <p className={classes.words}>{t('groupCopies.merge.noEffect')}</p> : <Counts report={report} />}
        <Questions report={report} />
      </Panel>
      {report.total > 0 ? (
        <Panel title={t('groupCopies.merge.list')}>
          <Objects report={report} />
        </Panel>
      ) : null}
    </>
  );
}

export function Counts({ report }: { report: MergeReport }) {
  const { t, formats } = useTexts();
  return (
    <ul className={classes.counts} aria-label={t('groupCopies.merge.what')}>
      {report.counts.map((count) => (
        <li key={count.type}>
          <strong>{typeWords(t, count.type, true)}</strong> <span>{countWords(t, formats, count)}</span>
        </li>
      ))}
      {report.incidents > 0 ? (
        <li>
          <strong>{t('groupCopies.merge.incidents', { count: report.incidents })}</strong>
        </li>
      ) : null}
    </ul>
  );
}

function Objects({ report }: { report: MergeReport }) {
  const { t } = useTexts();
  const [shown, setShown] = useState(step);
  const listed = report.objects.slice(0, shown);
  return (
    <>
      {listed.map((change) => (
        <ObjectCard key={`${change.type} ${change.id}`} change={change} />
      ))}
      {report.total > listed.length ? (
        <div className={classes.more}>
          <span className={classes.faint}>{t('groupCopies.merge.notListed', { count: report.total - listed.length })}</span>
          {report.objects.length > shown ? (
            <Button variant="default" size="compact-md" onClick={() => setShown(shown + step)}>
              {t('groupCopies.merge.showMore')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** The questions that these copies raise; those that are open already are not news. */
function Questions({ report }: { report: MergeReport }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const open = useQuery(queries.merging.reviews.queryOptions()).data ?? [];
  const known = new Set(open.map(({ type, id, field }) => `${type} ${id} ${field}`));
  const added = report.reviews.filter(({ type, id, field }) => !known.has(`${type} ${id} ${field}`));
  if (added.length === 0) return <p className={classes.faint}>{t('groupCopies.merge.noQuestions')}</p>;
  return (
    <div className={classes.ahead}>
      <h3>{t('groupCopies.merge.questions', { count: added.length })}</h3>
      <p className={classes.faint}>{t('groupCopies.merge.questionsNote')}</p>
      <ul>
        {added.slice(0, step).map((item) => (
          <li key={`${item.type} ${item.id} ${item.field}`}>
            {typeWords(t, item.type)} <bdi className={classes.strong}>{objectName(t, item)}</bdi>
            {': '}
            {item.kind === 'removal' ? t('groupCopies.questions.removal') : fieldWords(t, item.type, item.field)}
          </li>
        ))}
      </ul>
      {added.length > step ? <span className={classes.faint}>{t('groupCopies.merge.notListed', { count: added.length - step })}</span> : null}
    </div>
  );
}
