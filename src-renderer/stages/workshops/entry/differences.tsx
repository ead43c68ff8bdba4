import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { BoardProps } from './board-props.ts';
import classes from './entry.module.css';
import { fieldName } from './field-words.ts';
import { fieldsOf, typedOf } from './sheet-fields.ts';
import { SheetForm } from './sheet-form.tsx';
import { type TypedSheet, usePapers } from './use-papers.ts';

/** Sheets that two people typed differently, side by side: one is right, or the sheet is looked at again. */
export function Differences({ ballot, groups }: BoardProps) {
  const { t, formats } = useTexts();
  const { papers } = usePapers(ballot.id);
  if (!papers) return null;
  const differ = papers.filter(({ state }) => state === 'differ');
  const both = papers.filter(({ state }) => state !== 'once').length;
  return (
    <Panel
      title={t('entry.mode.differences')}
      note={t('entry.differences.note', { count: both, both: formats.count(both), all: formats.count(papers.length) })}
    >
      {differ.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('entry.differences.none')}>
          {t('entry.differences.how')}
        </EmptyState>
      ) : null}
      {differ.map((sheet) => (
        <Difference key={sheet.paperCode} ballot={ballot} groups={groups} sheet={sheet} />
      ))}
    </Panel>
  );
}

function Difference({ ballot, groups, sheet }: { ballot: Ballot; groups: BoardProps['groups']; sheet: TypedSheet }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [isTyping, setTyping] = useState(false);
  const { mutateAsync: enter, isPending } = useMutation(queries.ballots.enterPaper.mutationOptions());
  const [first, second] = [sheet.entries.find(({ entry }) => entry === 1), sheet.entries.find(({ entry }) => entry === 2)];
  if (!first || !second) return null;
  const [one, other] = [typedOf(ballot, first.answer), typedOf(ballot, second.answer)];
  const groupName = (id: string | null) => groups.find((group) => group.id === id)?.name ?? t('entry.noGroup');
  const rows = [
    ...(first.groupId === second.groupId
      ? []
      : [{ key: 'group', name: t('entry.groupOfSheet'), first: groupName(first.groupId), second: groupName(second.groupId) }]),
    ...fieldsOf(ballot).flatMap((field) =>
      one[field.key] === other[field.key] ? [] : [{ key: field.key, name: fieldName(t, field), first: one[field.key] ?? '–', second: other[field.key] ?? '–' }],
    ),
  ];
  const settle = (answer: TypedSheet['entries'][number]['answer'], groupId: string | null) =>
    enter({ ballotId: ballot.id, paperCode: sheet.paperCode, groupId, answer, entry: 1, replaces: true });
  if (isTyping)
    return (
      <SheetForm
        ballot={ballot}
        groups={groups}
        start={{ code: sheet.paperCode, typed: {}, groupId: first.groupId }}
        isSaving={isPending}
        onPutAside={() => setTyping(false)}
        onSave={async (answer, groupId) => {
          await settle(answer, groupId);
        }}
      />
    );
  return (
    <section className={classes.difference} aria-label={t('entry.sheet', { code: sheet.paperCode })}>
      <table>
        <thead>
          <tr>
            <th scope="col" dir="ltr">
              {sheet.paperCode}
            </th>
            <th scope="col">{t('entry.mode.first')}</th>
            <th scope="col">{t('entry.mode.second')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              <td dir="auto">{row.first}</td>
              <td dir="auto">{row.second}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => void settle(first.answer, first.groupId)}>
          {t('entry.differences.first')}
        </Button>
        <Button variant="default" onClick={() => void settle(second.answer, second.groupId)}>
          {t('entry.differences.second')}
        </Button>
        <Button variant="subtle" onClick={() => setTyping(true)}>
          {t('entry.differences.again')}
        </Button>
      </div>
    </section>
  );
}
