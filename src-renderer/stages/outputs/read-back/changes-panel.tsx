import { Button, Checkbox } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReadBackChange } from '#shared/domain/read-back.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './read-back.module.css';

/** What a person most likely wants: changes and new rows; not what the project changed as well, and nothing that removes. */
const isChosenAtFirst = ({ state }: ReadBackChange): boolean => state === 'changed' || state === 'added';

/** Every change, thing by thing, to be taken or left. */
export function ChangesPanel({
  changes,
  isTaking,
  onTake,
}: {
  changes: readonly ReadBackChange[];
  isTaking: boolean;
  onTake: (keys: readonly string[]) => void;
}) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(changes.filter(isChosenAtFirst).map(({ key }) => key)));
  const takeable = changes.filter(({ canBeTaken }) => canBeTaken);
  const choose = (keys: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isChosen) next.add(key);
      else next.delete(key);
    }
    setChosen(next);
  };
  const groups = new Map<string, ReadBackChange[]>();
  for (const change of changes) groups.set(change.id ?? change.key, [...(groups.get(change.id ?? change.key) ?? []), change]);
  return (
    <Panel
      title={t('readBack.changes.title', { count: changes.length })}
      note={t('readBack.changes.note')}
      plain
      actions={
        <>
          <Button
            variant="subtle"
            onClick={() =>
              choose(
                takeable.map(({ key }) => key),
                chosen.size < takeable.length,
              )
            }
          >
            {chosen.size < takeable.length ? t('readBack.all') : t('readBack.none')}
          </Button>
          <Button disabled={chosen.size === 0} loading={isTaking} onClick={() => onTake([...chosen])}>
            {t('readBack.take', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <ul className={classes.groups}>
        {[...groups].map(([key, own]) => (
          <li key={key} className={classes.group}>
            <h3>
              <bdi>{own[0]?.title || t('vote.untitled')}</bdi> <small>{t(`readBack.object.${own[0]?.object ?? 'measure'}`)}</small>
            </h3>
            <ul className={classes.changes}>
              {own.map((change) => (
                <ChangeLine key={change.key} change={change} isChosen={chosen.has(change.key)} onChoose={(isChosen) => choose([change.key], isChosen)} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ChangeLine({ change, isChosen, onChoose }: { change: ReadBackChange; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const { t } = useTexts();
  const label = change.column || t(`readBack.state.${change.state}`);
  return (
    <li className={classes.change} data-state={change.state}>
      <Checkbox
        aria-label={t('readBack.takeOne', { title: change.title, column: label })}
        checked={isChosen}
        disabled={!change.canBeTaken}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span className={classes.column}>
        <bdi>{label}</bdi>
        <small>{change.row === null ? change.sheet : t('readBack.sheetRow', { sheet: change.sheet, row: String(change.row) })}</small>
      </span>
      <div className={classes.values}>
        {change.state === 'missing' ? <span>{change.canBeTaken ? t('readBack.missing') : t('readBack.missingKept')}</span> : null}
        {change.state === 'added' ? (
          <dl>
            {change.cells.map(({ column, value }) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {change.state === 'changed' || change.state === 'conflict' ? (
          <>
            <del>
              <bdi>{change.before || t('readBack.emptyCell')}</bdi>
            </del>
            <IconArrowRight size="1rem" stroke={1.6} aria-hidden className={classes.arrow} />
            <ins>
              <bdi>{change.after || t('readBack.emptyCell')}</bdi>
            </ins>
          </>
        ) : null}
        {change.state === 'conflict' ? <p className={classes.conflict}>{t('readBack.conflict', { now: change.now || t('readBack.emptyCell') })}</p> : null}
      </div>
    </li>
  );
}
