import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import classes from './people.module.css';
import { useWork } from './use-work.ts';

/** Copies that still hold people who were deleted for good: which, what can be done here, and what only those who have them can do. */
export function UncleanCopiesNotice() {
  const { t, formats } = useTexts();
  const { queries, client } = useEngine();
  const { data, refetch } = useQuery(queries.privacy.uncleanCopies.queryOptions({ retry: false }));
  const [deleteOthers, setDeleteOthers] = useState(false);
  const cleaning = useWork((signal) => client.privacy.cleanCopies({ asAuthor: true, inTexts: true, deleteOthers }, { signal }));
  if (!data || data.erasedPeople === 0) return null;
  const { copies, handedOut } = data;
  const others = copies.filter(({ canBeCleaned }) => !canBeCleaned);
  if (copies.length === 0 && handedOut.length === 0 && cleaning.state.is === 'idle') return null;
  const clean = async () => {
    await cleaning.start();
    await refetch();
  };
  return (
    <div className={classes.below}>
      {copies.length > 0 ? (
        <Notice kind="caution" title={t('unclean.title')}>
          <p>{t('unclean.body')}</p>
          <ul className={classes.list} aria-label={t('unclean.title')}>
            {copies.map(({ path, fileName, madeAt, canBeCleaned }) => (
              <li key={path}>
                {formats.instant(madeAt)} <bdi className={classes.quiet}>{fileName}</bdi>
                {canBeCleaned ? null : <em> {t('unclean.old')}</em>}
              </li>
            ))}
          </ul>
          {others.length > 0 ? (
            <Checkbox checked={deleteOthers} onChange={(event) => setDeleteOthers(event.currentTarget.checked)} label={t('unclean.deleteOthers')} mb="sm" />
          ) : null}
          {cleaning.state.is === 'working' ? (
            <WorkProgress progress={cleaning.state.progress} />
          ) : (
            <Button variant="default" onClick={() => void clean()}>
              {t('unclean.clean')}
            </Button>
          )}
        </Notice>
      ) : null}
      {cleaning.state.is === 'failed' ? <Notice kind="danger">{errorText(t, cleaning.state.error)}</Notice> : null}
      {cleaning.state.is === 'done' ? (
        <Notice kind={cleaning.state.result.failed.length > 0 ? 'caution' : 'good'} title={t('unclean.done')}>
          {t('unclean.doneBody', {
            cleaned: formats.count(cleaning.state.result.cleaned),
            deleted: formats.count(cleaning.state.result.deleted),
            failed: formats.count(cleaning.state.result.failed.length),
          })}
        </Notice>
      ) : null}
      {handedOut.length > 0 ? (
        <Notice title={t('unclean.handedOut')}>
          {t('unclean.handedOutBody', { names: handedOut.map(({ name, handedOutAt }) => `${name} (${formats.instant(handedOutAt)})`).join(' · ') })}
        </Notice>
      ) : null}
    </div>
  );
}
