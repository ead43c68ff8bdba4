import { ActionIcon, Badge } from '@mantine/core';
import { IconChevronRight, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { Session } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { kindIcons } from './ballot-draft.ts';
import classes from './ballots.module.css';
import { PrintDialog } from './print-dialog.tsx';
import { StateButtons } from './state-buttons.tsx';

/** Every ballot of the workshop under its session, in the order of the agenda; those without one last. */
export function BallotList({ ballots, sessions, onChoose }: { ballots: readonly Ballot[]; sessions: readonly Session[]; onChoose: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const [printing, setPrinting] = useState<Ballot | null>(null);
  const { mutate: remove } = useMutation(queries.ballots.remove.mutationOptions());
  const known = new Set(sessions.map(({ id }) => id));
  const sections = [
    ...sessions.map(({ id, title }) => ({ id, title, ballots: ballots.filter((ballot) => ballot.sessionId === id) })),
    { id: '', title: t('ballots.noSession'), ballots: ballots.filter((ballot) => ballot.sessionId === null || !known.has(ballot.sessionId)) },
  ].filter((section) => section.ballots.length > 0);
  const removeOne = (ballot: Ballot) => {
    const answers = ballot.turnout.phone + ballot.turnout.paper + ballot.turnout.hands;
    ask({
      title: t('ballots.remove.title'),
      body: answers > 0 ? t('ballots.remove.withAnswers', { count: answers }) : t('ballots.remove.body'),
      action: t('action.remove'),
      onConfirm: () => remove({ id: ballot.id }),
    });
  };
  return (
    <>
      {sections.map((section) => (
        <Panel key={section.id} title={section.title} plain>
          <ul className={classes.list}>
            {section.ballots.map((ballot) => (
              <Row key={ballot.id} ballot={ballot} onChoose={onChoose} onPrint={() => setPrinting(ballot)} onRemove={() => removeOne(ballot)} />
            ))}
          </ul>
        </Panel>
      ))}
      {dialog}
      {printing ? <PrintDialog ballot={printing} onClose={() => setPrinting(null)} /> : null}
    </>
  );
}

function Row({ ballot, onChoose, onPrint, onRemove }: { ballot: Ballot; onChoose: (id: string) => void; onPrint: () => void; onRemove: () => void }) {
  const { t, formats } = useTexts();
  const Icon = kindIcons[ballot.kind];
  const { phone, paper, hands, present } = ballot.turnout;
  const name = ballot.question || t(`ballots.kind.${ballot.kind}`);
  return (
    <li>
      <button type="button" className={classes.row} onClick={() => onChoose(ballot.id)}>
        <Icon size="1.5rem" stroke={1.4} aria-hidden />
        <span className={classes.rowWords}>
          <strong dir="auto">{name}</strong>
          <small>
            {[
              t(`ballots.kind.${ballot.kind}`),
              ballot.round > 1 ? t('paper.round', { number: ballot.round }) : '',
              ballot.state === 'draft' ? '' : t('ballots.turnout', { given: formats.count(phone + paper + hands), present: formats.count(present) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        <Badge variant="light" tt="none" size="lg" color={ballot.state === 'open' ? 'green' : 'gray'}>
          {t(`ballots.state.${ballot.state}`)}
        </Badge>
        <IconChevronRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />
      </button>
      <div className={classes.rowTools}>
        <StateButtons ballot={ballot} onOther={onChoose} isQuiet />
        <ActionIcon aria-label={t('ballots.printOf', { name })} onClick={onPrint}>
          <IconPrinter size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon color="gray" aria-label={t('ballots.removeOf', { name })} onClick={onRemove}>
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
