import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommentInput, TextComment } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './notes.module.css';

export interface NewComment {
  readonly anchor: string;
  readonly quote: string;
}

/** What people said about words of a part, with the answers; the part itself where no words are named. */
export function CommentsPanel({
  sectionId,
  comments,
  activeId,
  writing,
  isReadOnly,
  onActivate,
  onWritten,
}: {
  sectionId: string;
  comments: readonly TextComment[];
  activeId: string | null;
  writing: NewComment | null;
  isReadOnly: boolean;
  onActivate: (id: string | null) => void;
  onWritten: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.policyText.addComment.mutationOptions());
  const [showsResolved, setShowsResolved] = useState(false);
  const asked = comments.filter(({ replyTo }) => replyTo === null);
  const resolved = asked.filter(({ status }) => status === 'resolved');
  const shown = asked.filter((comment) => showsResolved || comment.status !== 'resolved' || comment.id === activeId);
  const send = (input: Omit<CommentInput, 'sectionId'>) => add.mutate({ sectionId, ...input });

  return (
    <section className={classes.notes} aria-label={t('policyText.comments')}>
      <h2>{t('policyText.comments')}</h2>
      {writing ? (
        <Composer
          quote={writing.quote}
          label={t(writing.quote ? 'policyText.comment.aboutWords' : 'policyText.comment.aboutPart')}
          onCancel={onWritten}
          onSend={(text) => {
            send({ ...writing, text, replyTo: null });
            onWritten();
          }}
        />
      ) : null}
      {shown.map((comment) => (
        <CommentCard
          key={comment.id}
          comment={comment}
          answers={comments.filter(({ replyTo }) => replyTo === comment.id)}
          isActive={comment.id === activeId}
          isReadOnly={isReadOnly}
          onActivate={() => onActivate(comment.id)}
          onAnswer={(text) => send({ text, replyTo: comment.id, anchor: '', quote: '' })}
        />
      ))}
      {shown.length === 0 && !writing ? <p className={classes.empty}>{t('policyText.noComments')}</p> : null}
      {resolved.length > 0 ? (
        <Button variant="subtle" color="gray" size="compact-md" h="2.25rem" onClick={() => setShowsResolved(!showsResolved)} aria-pressed={showsResolved}>
          {t(showsResolved ? 'policyText.hideResolved' : 'policyText.showResolved', { count: resolved.length })}
        </Button>
      ) : null}
    </section>
  );
}

function CommentCard({
  comment,
  answers,
  isActive,
  isReadOnly,
  onActivate,
  onAnswer,
}: {
  comment: TextComment;
  answers: readonly TextComment[];
  isActive: boolean;
  isReadOnly: boolean;
  onActivate: () => void;
  onAnswer: (text: string) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const setStatus = useMutation(queries.policyText.setCommentStatus.mutationOptions());
  const remove = useMutation(queries.policyText.removeComment.mutationOptions());
  const [isAnswering, setIsAnswering] = useState(false);
  const isResolved = comment.status === 'resolved';
  return (
    <article
      className={classes.card}
      data-active={isActive || undefined}
      data-done={isResolved || undefined}
      aria-label={t('policyText.commentOf', { name: nameOf(t('policyText.somebody'), comment) })}
    >
      {comment.quote ? (
        <button type="button" className={classes.quote} onClick={onActivate} dir="auto">
          {comment.quote}
        </button>
      ) : null}
      <Said comment={comment} />
      {answers.map((answer) => (
        <div key={answer.id} className={classes.answer}>
          <Said comment={answer} />
        </div>
      ))}
      {isReadOnly ? null : isAnswering ? (
        <Composer
          quote=""
          label={t('policyText.comment.answer')}
          onCancel={() => setIsAnswering(false)}
          onSend={(text) => {
            onAnswer(text);
            setIsAnswering(false);
          }}
        />
      ) : (
        <div className={classes.row}>
          {isResolved ? null : (
            <Button variant="subtle" size="compact-md" h="2.25rem" onClick={() => setIsAnswering(true)}>
              {t('policyText.comment.answer')}
            </Button>
          )}
          <Button variant="subtle" size="compact-md" h="2.25rem" onClick={() => setStatus.mutate({ id: comment.id, status: isResolved ? 'open' : 'resolved' })}>
            {t(isResolved ? 'policyText.comment.reopen' : 'policyText.comment.resolve')}
          </Button>
          {isResolved ? (
            <Button variant="subtle" color="red" size="compact-md" h="2.25rem" onClick={() => remove.mutate({ id: comment.id })}>
              {t('action.remove')}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}

function Said({ comment }: { comment: TextComment }) {
  const { t, formats } = useTexts();
  return (
    <div>
      <div className={classes.who}>
        <bdi>{nameOf(t('policyText.somebody'), comment)}</bdi> · {formats.instant(comment.at)}
      </div>
      <p className={classes.words} dir="auto">
        {comment.text}
      </p>
    </div>
  );
}

function nameOf(somebody: string, { person }: TextComment): string {
  return person || somebody;
}

function Composer({ quote, label, onSend, onCancel }: { quote: string; label: string; onSend: (text: string) => void; onCancel: () => void }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSend(text.trim());
      }}
    >
      {quote ? (
        <q className={classes.who} dir="auto">
          {quote.slice(0, 200)}
        </q>
      ) : null}
      <Textarea
        label={label}
        autosize
        minRows={2}
        dir="auto"
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoFocus
      />
      <div className={classes.row}>
        <Button type="submit" size="compact-md" h="2.25rem" disabled={text.trim() === ''}>
          {t('policyText.comment.send')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-md" h="2.25rem" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
