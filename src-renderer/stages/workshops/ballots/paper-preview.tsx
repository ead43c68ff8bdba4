import type { Ballot } from '#shared/domain/ballots.ts';
import { mostPerPage } from '#shared/domain/paper.ts';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import classes from './ballots.module.css';
import { usePaperPages } from './use-paper.ts';

/** The sheet as it will be printed. */
export function PaperPreview({
  ballot,
  perPage,
  language,
  isLargePrint = null,
}: {
  ballot: Ballot;
  perPage?: 1 | 2 | 4;
  language?: string;
  isLargePrint?: boolean | null;
}) {
  const { t, language: own } = useTexts();
  const most = mostPerPage(ballot, isLargePrint ?? ballot.settings.isLargePrint);
  const { pages, error } = usePaperPages(
    { kind: 'ballots', ballotId: ballot.id, copies: 4, perPage: perPage ?? most, firstNumber: 1, language: language ?? own, isLargePrint },
    JSON.stringify([ballot.question, ballot.help, ballot.settings, ballot.options]),
  );
  if (error) return <Notice kind="danger">{errorText(t, error)}</Notice>;
  const [page] = pages ?? [];
  return <div className={classes.paper}>{page ? <img src={page} alt={t('ballots.preview.paper')} /> : <p>{t('outputs.preparing')}</p>}</div>;
}
