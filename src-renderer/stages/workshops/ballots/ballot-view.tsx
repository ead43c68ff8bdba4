import { Badge, Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { Session } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type BallotDraft, draftOf } from './ballot-draft.ts';
import { BallotForm } from './ballot-form.tsx';
import classes from './ballots.module.css';
import { PaperPreview } from './paper-preview.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { StateButtons } from './state-buttons.tsx';

/** One ballot: changed freely while it is a draft, then as it was opened. */
export function BallotView({
  ballot,
  sessions,
  onLeave,
  onOther,
}: {
  ballot: Ballot;
  sessions: readonly Session[];
  onLeave: () => void;
  onOther: (id: string) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [isPrinting, setPrinting] = useState(false);
  const { mutate: update } = useMutation(queries.ballots.update.mutationOptions());
  const { mutate: setOptions } = useMutation(queries.ballots.setOptions.mutationOptions());
  const isFixed = ballot.openedAt !== null || ballot.state !== 'draft';
  const change = ({ options, kind: _kind, subject: _subject, ...patch }: Partial<BallotDraft>) => {
    if (options) setOptions({ id: ballot.id, options: options.map((option) => ({ ...option })) });
    if (Object.keys(patch).length > 0) update({ id: ballot.id, patch });
  };
  return (
    <>
      <div className={classes.viewBar}>
        <Button variant="subtle" leftSection={<IconArrowLeft size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />} onClick={onLeave}>
          {t('ballots.all')}
        </Button>
        <Badge variant="light" tt="none" size="lg" color={ballot.state === 'open' ? 'green' : 'gray'}>
          {t(`ballots.state.${ballot.state}`)}
        </Badge>
        <div className={classes.viewButtons}>
          <Button variant="default" leftSection={<IconPrinter size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setPrinting(true)}>
            {t('ballots.print')}
          </Button>
          <StateButtons ballot={ballot} onOther={onOther} />
        </div>
      </div>
      {isFixed ? <Notice kind="info">{t('ballots.fixed')}</Notice> : null}
      {!isFixed && ballot.followsId ? <Notice kind="info">{t('ballots.fixedRound')}</Notice> : null}
      <BallotForm
        draft={draftOf(ballot)}
        sessions={sessions}
        isFixed={isFixed}
        mayChangeSubject={false}
        onChange={change}
        paper={<PaperPreview ballot={ballot} />}
      />
      {isPrinting ? <PrintDialog ballot={ballot} onClose={() => setPrinting(false)} /> : null}
    </>
  );
}
