import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReviewItem } from '#shared/domain/merging.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './group-copies.module.css';
import { type Decision, QuestionCard } from './question-card.tsx';

const nameOf = ({ type, id, field }: Pick<ReviewItem, 'type' | 'id' | 'field'>) => `${type} ${id} ${field}`;

/** What groups said differently without knowing of each other, and the people's decision. */
export function QuestionsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const questions = useQuery(queries.merging.reviews.queryOptions()).data;
  const decide = useMutation(queries.merging.decide.mutationOptions());
  const { ask, dialog } = useConfirm();
  const list = useRef<HTMLOListElement>(null);
  const [decided, setDecided] = useState<{ readonly place: number; readonly left: number } | null>(null);

  // The card that had the focus is gone: the one that took its place has it next.
  useEffect(() => {
    if (!decided || !questions || questions.length > decided.left) return;
    const cards = list.current?.children;
    const next = cards?.item(Math.min(decided.place, cards.length - 1));
    next?.querySelector<HTMLElement>('button')?.focus();
  }, [decided, questions]);

  const settle = async (item: ReviewItem, place: number, { stamp, remove }: Decision) => {
    await decide.mutateAsync({ type: item.type, id: item.id, field: item.field, stamp, remove });
    setDecided({ place, left: (questions?.length ?? 1) - 1 });
  };
  const keepAll = async () => {
    for (const { type, id, field } of questions ?? []) await decide.mutateAsync({ type, id, field, stamp: null, remove: false });
    setDecided({ place: 0, left: 0 });
  };

  const count = questions?.length ?? 0;
  return (
    <StagePage
      title={t('section.questions')}
      purpose={t('groupCopies.questions.purpose')}
      actions={
        count > 1 && !isReadOnly ? (
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() =>
              ask({
                title: t('groupCopies.questions.keepAllTitle'),
                body: t('groupCopies.questions.keepAllBody', { count }),
                action: t('groupCopies.questions.keepAll'),
                onConfirm: () => void keepAll(),
              })
            }
          >
            {t('groupCopies.questions.keepAll')}
          </Button>
        ) : null
      }
    >
      <div role="status" className="visually-hidden">
        {decided ? (count > 0 ? t('groupCopies.questions.decided', { count }) : t('groupCopies.questions.allDecided')) : ''}
      </div>
      {questions && count === 0 ? (
        <Panel>
          <EmptyState
            icon={IconChecks}
            title={t('groupCopies.questions.none.title')}
            action={
              <Button component={Link} to="/groups-copies/bring-together" variant="default">
                {t('groupCopies.list.bring')}
              </Button>
            }
          >
            {t('groupCopies.questions.none.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {questions && count > 0 ? (
        <>
          <p className={classes.open}>{t('groupCopies.questions.open', { count })}</p>
          <ol className={classes.questions} ref={list}>
            {questions.map((item, place) => (
              <QuestionCard
                key={nameOf(item)}
                item={item}
                isBusy={decide.isPending || isReadOnly}
                onDecide={(decision) => void settle(item, place, decision)}
              />
            ))}
          </ol>
        </>
      ) : null}
      {dialog}
    </StagePage>
  );
}
