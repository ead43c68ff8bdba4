import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReviewItem, ReviewWrite } from '#shared/domain/merging.ts';
import { fieldWords } from '#shared/i18n/field-words.ts';
import { objectName, typeWords, valueWords } from '../../app/history/value-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { listOf, whoWords } from './copy-words.ts';
import classes from './group-copies.module.css';

export interface Decision {
  readonly stamp: string | null;
  readonly remove: boolean;
}

interface CardProps {
  readonly item: ReviewItem;
  readonly isBusy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** One question: which thing, which point of it, and the answers side by side. */
export function QuestionCard({ item, isBusy, onDecide }: CardProps) {
  const { t } = useTexts();
  const headingId = useId();
  return (
    <li className={classes.question} aria-labelledby={headingId}>
      <h2 id={headingId}>
        <span className={classes.kind}>{typeWords(t, item.type)}</span> <bdi>{objectName(t, item)}</bdi>
        {item.kind === 'field' ? <span className={classes.field}>{fieldWords(t, item.type, item.field)}</span> : null}
      </h2>
      {item.kind === 'field' ? (
        <div className={classes.answers}>
          {item.writes.map((write, index) => (
            <Answer key={write.stamp} item={item} write={write} stands={index === 0} isBusy={isBusy} onDecide={onDecide} />
          ))}
        </div>
      ) : (
        <Removal item={item} isBusy={isBusy} onDecide={onDecide} />
      )}
    </li>
  );
}

function Answer({ item, write, stands, isBusy, onDecide }: CardProps & { write: ReviewWrite; stands: boolean }) {
  const { t, formats } = useTexts();
  const action = t(stands ? 'groupCopies.questions.keep' : 'groupCopies.questions.choose');
  const value = write.linkedName ?? valueWords(t, formats, item.type, item.field, write.value === null ? null : String(write.value));
  const what = `${objectName(t, item)}, ${fieldWords(t, item.type, item.field)}`;
  return (
    <div className={classes.answer} data-stands={stands || undefined}>
      <p className={classes.value} dir="auto" data-empty={write.value === null || write.value === '' || undefined}>
        {value}
      </p>
      <p className={classes.who}>
        <bdi>{whoWords(t, write)}</bdi>
        <span>{formats.instant(write.at)}</span>
      </p>
      <div className={classes.choose}>
        <Button
          variant={stands ? 'light' : 'default'}
          disabled={isBusy}
          aria-label={t('groupCopies.questions.named', { action, value, what })}
          onClick={() => onDecide({ stamp: stands ? null : write.stamp, remove: false })}
        >
          {action}
        </Button>
        {stands ? (
          <span className={classes.standing}>
            <IconCheck size="0.95rem" stroke={2.2} aria-hidden /> {t('groupCopies.questions.stands')}
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** Removed by some, worked on by others: it is still there until somebody decides. */
function Removal({ item, isBusy, onDecide }: CardProps) {
  const { t, formats } = useTexts();
  const name = objectName(t, item);
  const whoOf = (writes: readonly ReviewWrite[]) => listOf(formats, [...new Set(writes.map((write) => whoWords(t, write)))]);
  return (
    <div className={classes.removal}>
      <p>
        {t('groupCopies.questions.removedBy', { who: whoOf(item.writes) })}{' '}
        {item.works.length > 0 ? t('groupCopies.questions.workedBy', { who: whoOf(item.works) }) : t('groupCopies.questions.neededHere')}{' '}
        {t('groupCopies.questions.stillHere')}
      </p>
      <div className={classes.choose}>
        <Button
          variant="light"
          disabled={isBusy}
          aria-label={`${t('groupCopies.questions.keepIt')}: ${name}`}
          onClick={() => onDecide({ stamp: null, remove: false })}
        >
          {t('groupCopies.questions.keepIt')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${t('groupCopies.questions.removeIt')}: ${name}`}
          onClick={() => onDecide({ stamp: null, remove: true })}
        >
          {t('groupCopies.questions.removeIt')}
        </Button>
      </div>
    </div>
  );
}
