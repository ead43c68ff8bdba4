import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Ballot } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import classes from './entry.module.css';
import { problemWords } from './field-words.ts';
import type { TypedSheet } from './use-papers.ts';

/** What was typed, newest first: each sheet can be corrected or taken out. Those that wait stand first. */
export function TypedSheets({
  ballot,
  groups,
  sheets,
  onCorrect,
  onRemoved,
}: {
  ballot: Ballot;
  groups: readonly { id: string; name: string }[];
  sheets: readonly TypedSheet[];
  onCorrect: (sheet: TypedSheet) => void;
  onRemoved: () => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: remove } = useMutation(queries.ballots.removePaper.mutationOptions({ onSuccess: onRemoved }));
  const waits = (sheet: TypedSheet) => sheet.entries.some((entry) => entry.problems.length > 0) || sheet.state === 'differ';
  const ordered = [...sheets.filter(waits), ...sheets.filter((sheet) => !waits(sheet))];
  if (sheets.length === 0) return <p className={classes.none}>{t('entry.typed.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard.
    <ul className={classes.typed} tabIndex={0} aria-label={t('entry.typed.title')}>
      {ordered.map((sheet) => {
        const newest = sheet.entries.at(-1);
        const problems = newest?.problems ?? [];
        const group = groups.find(({ id }) => id === sheet.groupId)?.name;
        return (
          <li key={sheet.paperCode} data-waits={waits(sheet) || undefined}>
            <div>
              <strong>
                <bdi dir="ltr">{sheet.paperCode}</bdi>
              </strong>
              <span dir="auto">
                {[group, newest && isBlank(newest.answer) ? t('entry.typed.blank') : '', t(`entry.state.${sheet.state}`)].filter(Boolean).join(' · ')}
              </span>
              {problems.length > 0 ? <em>{problems.map((one) => problemWords(t, ballot, one)).join(' ')}</em> : null}
            </div>
            <ActionIcon aria-label={t('entry.correct', { code: sheet.paperCode })} onClick={() => onCorrect(sheet)}>
              <IconPencil size="1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
            <ActionIcon
              color="gray"
              aria-label={t('entry.remove', { code: sheet.paperCode })}
              onClick={() =>
                ask({
                  title: t('entry.remove.title'),
                  body: t('entry.remove.body', { code: sheet.paperCode }),
                  action: t('action.remove'),
                  onConfirm: () => remove({ ballotId: ballot.id, paperCode: sheet.paperCode }),
                })
              }
            >
              <IconTrash size="1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
      {dialog}
    </ul>
  );
}
