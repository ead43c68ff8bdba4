import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BallotKind } from '#shared/domain/ballots.ts';
import type { Session, Workshop } from '#shared/domain/workshops.ts';
import { fewestOptions } from '#shared/methods/ballot-rules.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { type BallotDraft, subjectsOf, usualSettings } from './ballot-draft.ts';
import { BallotForm } from './ballot-form.tsx';
import classes from './ballots.module.css';
import { KindCards } from './kind-cards.tsx';
import { useSubjectOptions } from './use-subject-options.ts';

/** A kind is chosen, and what is usual for it stands there: it may be made at once or changed first. */
export function NewBallot({
  workshop,
  sessions,
  sessionId,
  onMade,
  onLeave,
}: {
  workshop: Workshop;
  sessions: readonly Session[];
  sessionId: string | null;
  onMade: (id: string) => void;
  onLeave: (() => void) | null;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const subjects = useSubjectOptions();
  const [draft, setDraft] = useState<BallotDraft | null>(null);
  const { mutate: add, isPending } = useMutation(queries.ballots.add.mutationOptions({ onSuccess: ({ id }) => onMade(id) }));

  const choose = (kind: BallotKind) => {
    // The first source that has enough to choose from.
    const subject = subjectsOf[kind].find((one) => (subjects?.[one].length ?? 0) >= fewestOptions[kind]) ?? subjectsOf[kind].at(-1) ?? 'own';
    setDraft({
      kind,
      subject,
      sessionId,
      question: t(`ballots.kind.${kind}.question`),
      help: subject === 'criteria' ? t('ballots.help.criteria') : '',
      settings: usualSettings(kind),
      options: kind === 'statement' ? [] : (subjects?.[subject] ?? []),
    });
  };
  if (!draft)
    return (
      <Panel
        title={t('ballots.step.kind')}
        actions={
          onLeave ? (
            <Button variant="default" onClick={onLeave}>
              {t('action.cancel')}
            </Button>
          ) : null
        }
      >
        <KindCards onChoose={choose} />
      </Panel>
    );
  const lacking = fewestOptions[draft.kind] - draft.options.length;
  return (
    <>
      <div className={classes.viewBar}>
        <p>
          <strong>{t(`ballots.kind.${draft.kind}`)}</strong> {t(`ballots.kind.${draft.kind}.what`)}
        </p>
        <div className={classes.viewButtons}>
          <Button variant="default" onClick={() => setDraft(null)}>
            {t('ballots.otherKind')}
          </Button>
          <Button
            loading={isPending}
            disabled={lacking > 0}
            onClick={() =>
              add({ ...draft, workshopId: workshop.id, options: draft.options.map(({ text, picture, refId, quiz }) => ({ text, picture, refId, quiz })) })
            }
          >
            {t('ballots.make')}
          </Button>
        </div>
        {lacking > 0 ? <p className={classes.lacking}>{t('ballots.lacking', { count: lacking })}</p> : null}
      </div>
      <BallotForm draft={draft} sessions={sessions} isFixed={false} mayChangeSubject onChange={(patch) => setDraft({ ...draft, ...patch })} />
    </>
  );
}
